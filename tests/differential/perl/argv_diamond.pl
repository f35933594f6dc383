# differential: The diamond reads files named by arguments, - is standard input.
# args: ["main.pl", "-", "absent"]
# stdin: "from stdin\nmore\n"
# exit: 0
while (<>) {
    print "$ARGV $.: $_" if $. == 1 or $ARGV eq '-';
    close ARGV if eof;
}
print defined $ARGV ? $ARGV : 'none', "\n";
