<?php
// differential: The files settings come from, and error levels.
// exit: 0
var_dump(php_ini_loaded_file(), php_ini_scanned_files(), error_reporting(), ini_get('display_errors'), ini_set('precision', '5'), 1 / 3);
ini_restore('precision');
var_dump(1 / 3, set_time_limit(5), ini_get('max_execution_time'));
