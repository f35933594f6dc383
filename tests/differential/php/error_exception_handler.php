<?php
// differential: An exception handler takes what nobody caught.
// exit: 0
set_exception_handler(function (Throwable $error) {
    echo get_class($error), ': ', $error->getMessage(), "\n", $error->getTraceAsString(), "\n";
});
function f(int $n) { return $n; }
f('text');
