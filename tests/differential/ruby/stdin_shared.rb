# differential: A child reads what the program has not.
# stdin: "first\nrest of it\n"
# exit: 0
p $stdin.sysread(6)
$stdout.flush
system("cat")
