# differential: Output of the program, its children and stderr through one pipe.
# exit: 0
$stderr.reopen($stdout)
puts "one"
$stderr.puts "error"
system("echo child")
print "two ", "three\n"
$stdout.flush
`echo quiet; echo loud >&2`
warn "warned", "twice"
$stdout.sync = true
$stdout << "end" << "\n"
