# differential: BEGIN, UNITCHECK, CHECK, INIT and END run in their order; the phase tells.
# exit: 3
print "body ${^GLOBAL_PHASE}\n";
BEGIN { print "BEGIN ${^GLOBAL_PHASE}\n" }
END { print "END 1 ${^GLOBAL_PHASE} $?\n" }
INIT { print "INIT\n" }
CHECK { print "CHECK 1\n" }
CHECK { print "CHECK 2\n" }
UNITCHECK { print "UNITCHECK\n" }
END { print "END 2\n"; $? = 3 }
