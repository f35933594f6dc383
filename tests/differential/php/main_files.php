<?php
// differential: The names of the program's file, and which files are included.
// exit: 0
var_dump(__FILE__, __DIR__, __LINE__, $_SERVER['SCRIPT_NAME'], $_SERVER['SCRIPT_FILENAME'], $_SERVER['PATH_TRANSLATED'], $_SERVER['DOCUMENT_ROOT']);
var_dump(get_included_files(), getcwd(), get_include_path(), getmyinode() === fileinode(__FILE__), getmyuid() === posix_getuid());
