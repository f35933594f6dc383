# differential: Handlers, ignored signals, alarms, and what %SIG holds at the start.
# exit: 0
use Config;

print join(' ', map { "$_=$SIG{$_}" } grep { defined $SIG{$_} } sort keys %SIG), "\n$Config{sig_name}\n";
$SIG{USR1} = sub { print "got $_[0]\n" };
kill USR1 => $$;
$SIG{ALRM} = sub { die "late\n" };
eval { alarm 1; select undef, undef, undef, 5; alarm 0 };
print $@;
$SIG{USR2} = 'IGNORE';
kill USR2 => $$;
$SIG{HUP} = 'named';
sub named { print "named handler $_[0]\n" }
kill HUP => $$;
open my $status, '<', '/proc/self/status';
print grep { /^Sig[BI]/ } <$status>;
