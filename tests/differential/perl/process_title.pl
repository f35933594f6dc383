# differential: $0 can be changed, which shows in /proc.
# exit: 0
$0 = 'another name';
open my $handle, '<', '/proc/self/comm';
print <$handle>;
open $handle, '<', '/proc/self/cmdline';
print <$handle> =~ s/\0+$//r, "\n", __FILE__, "\n";
