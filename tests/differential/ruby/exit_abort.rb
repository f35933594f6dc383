# differential: abort writes to stderr and ends with 1.
# exit: 1
at_exit { puts "still runs" }
abort "the end: é"
