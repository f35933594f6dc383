# differential: Warnings of several categories, with variables named.
# exit: 0
use strict;
use warnings;

my ($nothing, @list, %hash);
print "a" . $nothing . "\n", 1 + "3 apples", "\n", $list[5] // 'none', "\n";
my $nothing = 2;
print join(',', $hash{key}, 1), substr('abc', 5) // '', "\n";
warn "by the program";
warn;
{ no warnings; print "quiet " . undef, "\n"; }
$SIG{__WARN__} = sub { print "handler: $_[0]" };
warn "seen\n";
