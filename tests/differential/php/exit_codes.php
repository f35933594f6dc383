<?php
// differential: exit with a number, and what runs after it.
// exit: 9
register_shutdown_function(function () { echo "shutdown\n"; register_shutdown_function(fn () => print("nested\n")); });
class Thing { public function __construct(private $name) {} public function __destruct() { echo "gone: $this->name\n"; } }
$kept = new Thing('global');
try {
    exit(9);
} finally {
    echo "finally does not run\n";
}
