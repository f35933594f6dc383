# differential: gets, each_line, read, getc and the end of the input.
# exit: 1
# stdin: "one\ntwo\r\nthree\nfour\nlast"
p gets, $., $stdin.getc, $stdin.readline(chomp: true), $stdin.ungetc("x"), $stdin.each_line.first(1), $stdin.readpartial(4), readlines
p gets, $stdin.eof?, $stdin.read, $stdin.read(1), STDIN.getc
readline
