#!/usr/bin/perl -w
# differential: Switches of a first line with perl in it are obeyed.
# exit: 0
my $unused = undef;
print "warnings are ", $^W ? 'on' : 'off', "\n";
print "value: $unused\n";
