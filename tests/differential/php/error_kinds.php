<?php
// differential: Warnings, notices, deprecations and their texts.
// exit: 0
echo $undefined, [1][5], 'a'[0], "\n";
$text = 'abc';
echo $text[10] ?? 'none', "\n";
var_dump('5 apples' + 1, @file_get_contents('absent'), error_get_last()['message']);
echo [] . "\n";
trigger_error('by the program', E_USER_DEPRECATED);
strlen(null);
unserialize('broken');
