# differential: Arguments reach ARGV as they were sent, empty and unicode ones too.
# args: ["plain", "", "two words", "naïve ☃", "-x", "--", "a=b", "line\nbreak", "*"]
# exit: 0
p ARGV, ARGV.map(&:encoding).uniq, ARGV.frozen?, ARGV.first.frozen?
p $*, $0, __FILE__, $PROGRAM_NAME
