# differential: PERL5OPT and PERL5LIB work before the program.
# env: {"PERL5OPT": "-w -MList::Util=sum", "PERL5LIB": "/work/lib:/nowhere"}
# exit: 0
print sum(1, 2, 3), " $^W @INC[0, 1]\n";
my $nothing;
print "a" . $nothing . "\n";
