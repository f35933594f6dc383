# differential: exit inside eval, in END, and a big one.
# exit: 44
END { print "code $?\n" }
eval { exit 300 };
print "never\n";
