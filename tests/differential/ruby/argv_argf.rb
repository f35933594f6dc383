# differential: ARGF and gets read the files named by arguments before standard input.
# args: ["main.rb", "-"]
# stdin: "from stdin\n"
# exit: 0
first = gets
p first, ARGF.filename, ARGF.lineno, ARGV
last = nil
last = $_ while gets
p last, ARGF.filename, $.
