# differential: system, backticks, pipes, exec, and another perl.
# exit: 6
$| = 1;
print system('(exit 3)') >> 8, ' ', system('no-such-program'), ' ', $! + 0, ' ', `echo out`, scalar(my @lines = `seq 3`), "\n";
open my $pipe, '-|', $^X, '-e', 'print "@ARGV $0 $^X\n"; exit 4', 'a', 'b';
print <$pipe>;
close $pipe;
print $? >> 8, "\n";
open $pipe, '|-', 'tr a-z A-Z';
print $pipe "shout\n";
close $pipe;
exec {'/bin/sh'} 'named', '-c', 'echo replaced $0; exit 6';
