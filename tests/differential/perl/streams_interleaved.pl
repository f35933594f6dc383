# differential: Output of the program, its children and stderr through one pipe.
# exit: 0
open STDERR, '>&', \*STDOUT or die;
print "one\n";
print STDERR "error\n";
system 'echo child';
$| = 1;
print "two\n";
warn "warned\n";
syswrite STDOUT, "raw\n";
print `echo quiet; echo loud >&2`;
