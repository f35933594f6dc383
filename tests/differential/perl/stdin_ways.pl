# differential: Lines, paragraphs, characters, the rest, and the end.
# stdin: "one\ntwo\n\nparagraph\nof two\n\n\nlast"
# exit: 0
my $line = <STDIN>;
chomp $line;
read STDIN, my $three, 3;
print "$line $. $three ", getc(STDIN) eq "\n" ? 'newline' : 'other', "\n";
{ local $/ = ''; my $paragraph = <STDIN>; print "[$paragraph]\n"; $paragraph = <STDIN>; print "[$paragraph]\n"; }
local $/;
print '[', <STDIN>, '] ', eof(STDIN), ' ', defined(<STDIN>) ? 'more' : 'end', " $.\n";
