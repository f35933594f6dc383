# differential: The names of the main package at the start.
# exit: 0
print join(' ', map { s/[\x00-\x1f]/'^' . chr(64 + ord $&)/er } sort keys %main::), "\n";
