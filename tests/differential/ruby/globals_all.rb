# differential: Every global variable the program starts with.
# exit: 0
puts global_variables.sort.join(" ")
p $;, $,, $/, $\, $_, $., $~, $!, $@, $DEBUG, $VERBOSE, $-w, $-v, $-a, $-l, $-p, $-i, $-0, $stdin.class, $FILENAME
