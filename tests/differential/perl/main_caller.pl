# differential: caller at the top is empty, in functions and evals it is not.
# exit: 0
print scalar(my @none = caller), ' ', __PACKAGE__, ' ', __LINE__, "\n";
sub show { my @frame = caller(0); print "@frame[0..3]\n"; my @up = caller(1); print "@up[0..3]\n" if @up }
show();
eval { show() };
eval 'show()';
# line 200 "renamed"
show();
