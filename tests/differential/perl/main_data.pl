# differential: What stands behind __END__ is read through DATA; its descriptor and place.
# exit: 0
print fileno(DATA) > 2 ? "open\n" : "closed\n", tell(DATA), "\n";
print "$.: $_" while <DATA>;
seek DATA, 0, 0;
print scalar <DATA>;
__END__
first line
last line é
