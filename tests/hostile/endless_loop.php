<?php
// expect: time_limit
// limits: {"wall_time_ms": 1000}
// within: 3000
set_time_limit(0);
while (true);
