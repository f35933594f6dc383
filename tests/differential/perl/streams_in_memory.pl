# differential: select, local handles, in-memory files, formats.
# exit: 0
my $text = '';
open my $memory, '>', \$text;
my $before = select $memory;
print "caught";
printf ' %03d', 7;
select $before;
close $memory;
print "$before: $text\n";
our ($name, $number) = ('é', 3.14159);
format STDOUT =
@<<<<< @>>>>> @##.##
$name, $text, $number
.
write;
