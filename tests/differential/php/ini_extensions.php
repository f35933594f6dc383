<?php
// differential: The extensions, functions and classes there are.
// exit: 0
$extensions = get_loaded_extensions();
sort($extensions);
echo implode(' ', $extensions), "\n", count(get_defined_functions()['internal']), ' ', count(get_declared_classes()), ' ', count(get_declared_interfaces()), ' ', count(get_defined_constants()), "\n";
var_dump(get_defined_functions()['user'], get_defined_constants(true)['user'] ?? null, PHP_VERSION, PHP_OS, PHP_INT_SIZE, PHP_BINARY, PHP_EXTRA_VERSION, zend_version(), PHP_ZTS, PHP_DEBUG);
