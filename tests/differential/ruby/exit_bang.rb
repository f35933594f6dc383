# differential: exit! flushes nothing and runs nothing.
# exit: 7
at_exit { puts "never" }
$stdout.sync = false
print "lost"
exit! 7
