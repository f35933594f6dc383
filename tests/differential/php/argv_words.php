<?php
// differential: Arguments reach $argv as they were sent, empty and unicode ones too.
// args: ["plain", "", "two words", "naïve ☃", "-x", "--", "a=b", "line\nbreak", "--help"]
// exit: 0
var_dump($argc, $argv, $_SERVER['argv'] === $argv, $_SERVER['argc']);
var_dump($_GET, getopt('x'), PHP_SAPI, php_sapi_name());
