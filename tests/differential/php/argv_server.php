<?php
// differential: What $_SERVER holds besides the environment and times.
// exit: 0
foreach ($_SERVER as $name => $value) {
    if (!str_starts_with($name, 'REQUEST_TIME') && $name !== 'argv') echo "$name=$value\n";
}
var_dump(is_int($_SERVER['REQUEST_TIME']), abs($_SERVER['REQUEST_TIME_FLOAT'] - microtime(true)) < 2, abs($_SERVER['REQUEST_TIME'] - time()) < 3);
