# differential: The punctuation variables at the start.
# exit: 0
use English;

$\ = "\n";
for my $name (sort qw(, . / ; ! @ ^W ^H 0 | - = ~ ^ : ^L ^A ? ^D ^F ^I ^M ^O ^P ^R ^S ^V ^X), "\"") {
    no strict 'refs';
    my $symbol = $name =~ /^\^(\w)$/ ? chr(ord($1) - 64) : $name;
    my $value = ${"main::$symbol"};
    print "$name = ", defined $value ? join(' ', map { sprintf '%vd', $_ } $value) : 'undef';
}
print "$^V $] $^O $^X";
