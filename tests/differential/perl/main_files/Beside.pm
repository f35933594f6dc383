package Beside;
print "loaded by ", join(' ', (caller(0))[0, 3]), "\n";
sub name { __PACKAGE__ }
1;
