<?php
// differential: The environment in getenv, $_ENV and children.
// env: {"EMPTY": "", "UNICODE": "naïve ☃", "lower_2": "x"}
// exit: 0
foreach (getenv() as $name => $value) echo "$name=$value\n";
var_dump($_ENV, getenv('EMPTY'), getenv('NOTHING'), putenv('ADDED=é'), putenv('HOME'), getenv('HOME'));
echo shell_exec('env | grep -v ^_ | sort');
