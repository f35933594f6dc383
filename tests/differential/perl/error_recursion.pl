# differential: Deep recursion is a warning only.
# exit: 0
use warnings;

sub down { my $n = shift; $n ? 1 + down($n - 1) : 0 }
print down(5_000), "\n";
