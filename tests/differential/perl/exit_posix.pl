# differential: POSIX::_exit flushes nothing and runs nothing.
# exit: 9
use POSIX ();

END { print "never\n" }
print "lost";
POSIX::_exit(9);
