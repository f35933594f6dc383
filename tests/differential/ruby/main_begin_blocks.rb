# differential: BEGIN runs first, at_exit blocks and END run last, backwards.
# exit: 0
# stdout: "BEGIN\nbody\nat_exit 2\nnested\nEND\nat_exit 1\n"
at_exit { puts "at_exit 1" }
END { puts "END" }
at_exit { puts "at_exit 2"; at_exit { puts "nested" } }
puts "body"
BEGIN { puts "BEGIN" }
