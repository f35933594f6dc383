<?php
// differential: The libraries that are mapped at the start.
// exit: 0
preg_match_all('~ (/\S+)$~m', file_get_contents('/proc/self/maps'), $found);
$paths = array_unique($found[1]);
sort($paths);
echo implode("\n", $paths), "\n";
