# differential: Only a line feed ends a line of standard input.
# stdin: "a\r\nb\rc\nd\u2028e\u0085f\n"
# exit: 0
# stdout: "None ['a\\r\\n', 'b\\rc\\n', 'd\\u2028e\\x85f\\n'] None\n"
import sys

print(sys.stdin.newlines, ascii(sys.stdin.readlines()), sys.stdin.newlines)
