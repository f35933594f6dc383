# differential: Numbers, layers, modes and kinds of the three streams.
# exit: 0
for my $stream (*STDIN, *STDOUT, *STDERR) {
    print join(' ', fileno $stream, -t $stream ? 'tty' : 'none', -p $stream ? 'pipe' : 'other', PerlIO::get_layers($stream), PerlIO::get_layers($stream, output => 1)), "\n";
}
print "$| ", select, ' ', $^F, "\n";
open my $next, '<', '/dev/null';
print fileno($next), "\n";
