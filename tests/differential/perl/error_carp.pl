# differential: croak and confess show the callers.
# exit: 255
use Carp qw(croak confess carp cluck);

sub inner { carp "carped"; confess "confessed ", "@_" }
sub outer { inner("é", undef, [1]->[0], 1.5) }
eval { Other::call() };
print $@;
outer();
package Other;
sub call { Carp::croak("croaked") }
