<?php
// differential: readline and file() on standard input.
// stdin: "a line\nanother\nlast"
// exit: 0
var_dump(readline('? '), readline(), readline(), readline());
var_dump(file('php://stdin'));
