<?php
// differential: The memory limit of the language ends the program with an error.
// exit: 255
echo ini_get('memory_limit') !== '', "\n";
ini_set('memory_limit', '8M');
register_shutdown_function(fn () => print("shutdown function\n"));
$text = str_repeat('x', 16 << 20);
