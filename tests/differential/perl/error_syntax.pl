# differential: Syntax errors of the program itself.
# exit: 255
use strict;

my $x = ;
$undeclared = 1;
print "never\n";
