# differential: Finalizers run at the end, after at_exit.
# exit: 0
# stdout: "body\nat_exit\nof something kept\nfinalizer\n"
at_exit { puts "at_exit" }
ObjectSpace.define_finalizer("text".dup, proc { puts "finalizer" })
kept = Object.new
ObjectSpace.define_finalizer(kept, proc { puts "of something kept" })
puts "body"
