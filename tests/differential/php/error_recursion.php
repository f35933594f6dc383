<?php
// differential: Deep recursion of functions is no error up to a hundred thousand calls.
// exit: 0
// stdout: "100000\n"
function down(int $n): int { return $n === 0 ? 0 : 1 + down($n - 1); }
echo down(100_000), "\n";
