# differential: Interpreter threads copy what there is; local and closures.
# exit: 0
use threads;
use threads::shared;

my $shared :shared = 0;
my $own = 1;
my @threads = map { my $n = $_; threads->create(sub { lock $shared; $shared += $n; $own = $n; return $n * 2 }) } 1 .. 3;
print join(' ', map { $_->join } @threads), " $shared $own ", threads->tid, ' ', scalar threads->list, "\n";
