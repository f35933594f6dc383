<?php
// differential: The libraries that are mapped at the start.
// exit: 0
preg_match_all('~ (/\S+)$~m', file_get_contents('/proc/self/maps'), $found);
// The library by which an interpreter waits for its program may be there, with what it needs itself.
$own = '~^/\.warm/library\.so$|/libgcc_s\.so~';
$paths = preg_grep($own, array_unique($found[1]), PREG_GREP_INVERT);
sort($paths);
echo implode("\n", $paths), "\n";
