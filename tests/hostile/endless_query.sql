-- expect: time_limit | memory_limit
-- limits: {"wall_time_ms": 1000}
-- within: 3000
WITH RECURSIVE turns(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM turns) SELECT count(*) FROM turns;
