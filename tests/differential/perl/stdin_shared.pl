# differential: sysread leaves the rest to a child.
# stdin: "first\nfor the child\n"
# exit: 0
$| = 1;
sysread STDIN, my $text, 6;
print "program: $text";
system 'cat';
