<?php
// differential: The collector of cycles, and memory at the start.
// exit: 0
$status = gc_status();
var_dump(gc_enabled(), $status['runs'], $status['collected'], $status['threshold'], $status['roots'], memory_get_peak_usage(true) <= 4 << 20, spl_object_id(new stdClass));
for ($n = 0; $n < 20_001; $n++) { $thing = new stdClass; $thing->itself = $thing; }
var_dump(gc_status()['runs'] > 0, gc_collect_cycles() > 0);
