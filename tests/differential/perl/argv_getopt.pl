# differential: Getopt::Long and Pod::Usage read the arguments and the program.
# args: ["--count=3", "--wrong", "rest"]
# exit: 2
use Getopt::Long;
use Pod::Usage;

GetOptions("count=i" => \my $count) or do { print "count $count, rest @ARGV\n"; pod2usage(-output => \*STDOUT) };

=head1 SYNOPSIS

main.pl [--count N] words

=cut
