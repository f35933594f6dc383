<?php
// differential: echo, STDOUT, STDERR, php://output and children through one pipe.
// exit: 0
$out = fopen('php://output', 'w');
echo "echo 1\n";
fwrite(STDOUT, "stdout 2\n");
fwrite($out, "output 3\n");
system('echo child 4');
print "print 5\n";
fwrite(STDERR, "to stderr\n");
file_put_contents('php://stdout', "stdout 6\n");
echo `echo backticks 7`;
