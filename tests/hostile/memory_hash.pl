# A list of long strings that grows without end.
# row: R2
# expect: memory_limit | runtime_error
my @hog;
push @hog, "x" x (1 << 20) while 1;
