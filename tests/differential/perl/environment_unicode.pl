# differential: PERL_UNICODE opens the streams as UTF-8.
# env: {"PERL_UNICODE": "SDA"}
# args: ["é"]
# stdin: "ü\n"
# exit: 0
my $line = <STDIN>;
print length($line), length($ARGV[0]), " ${^UNICODE} ${^OPEN} ", join(' ', PerlIO::get_layers(STDOUT)), " \x{263a}\n" =~ s/\0/,/gr;
