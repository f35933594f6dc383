<?php
// differential: The variables of the program's scope at its beginning.
// exit: 0
var_dump(array_keys(get_defined_vars()), array_keys($GLOBALS), debug_backtrace(), func_get_args_or_not());
function func_get_args_or_not() { return count(debug_backtrace()); }
