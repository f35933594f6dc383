<?php
// differential: Included files see the scope of the program; errors in them name them.
// exit: 255
$value = 'outer';
var_dump(include 'inner.php', $fromInner, require_once 'inner.php', include_once './inner.php');
var_dump(array_map('basename', get_included_files()));
require 'missing.php';
