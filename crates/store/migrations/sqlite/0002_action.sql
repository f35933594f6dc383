-- What an execution does with its program: `run`, `format` or `lint`. Whatever was accepted before ran.

ALTER TABLE executions ADD COLUMN action TEXT NOT NULL DEFAULT 'run' CHECK (action IN ('run', 'format', 'lint'));
