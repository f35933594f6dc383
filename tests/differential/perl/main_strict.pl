# differential: A program without pragmas has none; those of the command line do not leak.
# exit: 0
$undeclared = "no strict";
print "$undeclared ${'undeclared'} ", $nothing + 1, "\n";
{
    use strict;
    eval '$other = 1' // print $@;
    print join(' ', map { $_ // 'undef' } (caller(0))[8, 9]), "$^H\n" =~ /^\d+$/m ? "hints\n" : "none\n";
}
