<?php
// differential: fgets, fscanf, stream_get_line and php://stdin, one after the other.
// stdin: "first\n12 abc\nthird;fourth;\nrest\n"
// exit: 0
var_dump(fgets(STDIN), fscanf(STDIN, '%d %s'), stream_get_line(STDIN, 100, ';'), ftell(STDIN), feof(STDIN), fgetc(STDIN));
var_dump(file_get_contents('php://stdin'), stream_get_contents(STDIN), fgets(STDIN), feof(STDIN));
