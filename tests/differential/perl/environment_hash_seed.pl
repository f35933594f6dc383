# differential: PERL_HASH_SEED fixes the order of keys.
# env: {"PERL_HASH_SEED": "0", "PERL_PERTURB_KEYS": "0"}
# exit: 0
my %hash = map { $_ => 1 } 'a' .. 'z';
print join(' ', keys %hash), "\n";
