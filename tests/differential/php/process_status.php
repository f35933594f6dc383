<?php
// differential: Threads and flags of the process, as the kernel tells them.
// exit: 0
preg_match_all('/^(Name|Umask|Threads|CapEff|CapBnd|NoNewPrivs|Seccomp|Groups|FDSize):[ \t]*(.*)$/m', file_get_contents('/proc/self/status'), $found, PREG_SET_ORDER);
foreach ($found as [, $name, $value]) echo "$name $value\n";
var_dump(scandir('/proc/self/task') === ['.', '..', (string) getmypid()], getrusage()['ru_utime.tv_sec'] < 2, memory_get_usage() < 2 << 20);
