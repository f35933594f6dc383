# differential: Fatal warnings and a handler of dying.
# exit: 255
use warnings FATAL => 'uninitialized';

$SIG{__DIE__} = sub { print "handler: $_[0]" };
my $nothing;
print "before\n";
print "x$nothing";
