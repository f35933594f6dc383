# differential: Sixty thousand bytes, in many writes.
# exit: 0
printf "%07d\n", $_ for 0 .. 7299;
