# differential: die takes its exit code from errno, then from the last child.
# exit: 7
system 'sh', '-c', 'exit 7';
$! = 0;
die "with the code of a child\n";
