<?php
// differential: exit with a text prints it and ends with 0.
// exit: 0
// stdout: "the end\n"
exit("the end\n");
