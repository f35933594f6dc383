<?php
// differential: A child reads what the program has not.
// stdin: "for the child\n"
// exit: 0
passthru('cat');
var_dump(fgets(STDIN));
