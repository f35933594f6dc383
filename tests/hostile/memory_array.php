<?php
// An array that grows without end, with the interpreter's own limit lifted.
// row: R2
// expect: memory_limit | runtime_error
ini_set('memory_limit', '-1');
$hog = [];
while (true) $hog[] = str_repeat('x', 1 << 20);
