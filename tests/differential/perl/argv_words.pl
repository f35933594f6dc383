# differential: Arguments reach @ARGV as bytes, empty ones and options too.
# args: ["plain", "", "two words", "naïve ☃", "-x", "--", "a=b", "line\nbreak"]
# exit: 0
printf "%d %s|%s\n", length, utf8::is_utf8($_) ? 1 : 0, $_ for @ARGV;
print scalar(@ARGV), " $0 ", __FILE__, " $#ARGV\n";
