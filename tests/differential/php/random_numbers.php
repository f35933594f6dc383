<?php
// differential: Seeded random numbers are fixed, unseeded ones differ, in forks too.
// exit: 0
mt_srand(42);
var_dump(mt_rand(), rand(1, 100), array_rand(['a' => 1, 'b' => 2, 'c' => 3]), str_shuffle('abcdef'), mt_getrandmax());
$seen = [];
for ($n = 0; $n < 4; $n++) $seen[] = shell_exec(PHP_BINARY . " -r 'echo mt_rand(), random_int(0, 1 << 60), uniqid(), lcg_value();'");
var_dump(count(array_unique($seen)), strlen(random_bytes(4)), strlen(uniqid()));
