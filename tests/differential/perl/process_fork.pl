# differential: fork flushes before it forks, so nothing comes twice; wait and pipes.
# exit: 0
print "not flushed ";
pipe my $read, my $write;
defined(my $child = fork) or die;
if (!$child) { print $write "from the child\n"; close $write; exit 5 }
close $write;
print <$read>;
waitpid $child, 0;
print $? >> 8, ' ', wait, " $!\n";
