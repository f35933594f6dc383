# differential: Seeded random numbers are fixed, unseeded ones and hash orders differ.
# exit: 0
srand 42;
print join(' ', map { int rand 100 } 1 .. 5), ' ', srand(7), "\n";
my (%rand, %order);
for (1 .. 4) {
    $rand{`$^X -e 'print rand'`}++;
    $order{`$^X -e 'my %h = map { \$_ => 1 } 1 .. 50; print join ",", keys %h'`}++;
    if (open my $child, '-|') { $rand{join '', <$child>}++ } else { srand; print rand; exit }
}
print keys(%rand) + 0, ' ', keys(%order) + 0, "\n";
