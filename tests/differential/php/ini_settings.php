<?php
// differential: Every setting, as the program finds it.
// exit: 0
foreach (ini_get_all(null, true) as $name => $entry) {
    echo $name, ' = ', var_export($entry['global_value'], true), $entry['global_value'] === $entry['local_value'] ? '' : " local {$entry['local_value']}", "\n";
}
