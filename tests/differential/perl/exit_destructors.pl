# differential: Objects go when nobody holds them, the global ones at the end.
# exit: 0
package Thing;
sub new { bless { name => $_[1] }, $_[0] }
sub DESTROY { print "gone: $_[0]{name} in ${^GLOBAL_PHASE}\n" }
package main;
our $global = Thing->new('global');
my $lexical = Thing->new('lexical');
my $cycle = Thing->new('cycle');
$cycle->{itself} = $cycle;
{ my $inner = Thing->new('inner') }
END { print "END\n" }
print "end of the body\n";
