# differential: An object as an error: its own text, and its own exit.
# exit: 2
package Failure;
use overload '""' => sub { "failure of $_[0]{what}\n" };
sub PROPAGATE { my ($self, $file, $line) = @_; print "propagated from line $line\n"; $self }
package main;
eval { die bless { what => 'x' }, 'Failure' };
print "caught ", ref $@, "\n";
eval { die };
$! = 2;
die $@;
