# differential: A wide character without a layer is warned about.
# exit: 0
# stdout: "☺ é\n☺ é\n"
print "\x{263a} \x{e9}\n";
binmode STDOUT, ':utf8';
print "\x{263a} \x{e9}\n";
