# differential: die with a text, and the line of input it was at.
# exit: 255
# stdin: "one\ntwo\n"
<STDIN>;
<STDIN>;
END { print "END sees $?\n" }
die "größer than expected";
