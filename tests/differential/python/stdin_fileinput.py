# differential: fileinput reads standard input when there are no arguments.
# stdin: "a\nb\n"
# exit: 0
import fileinput

for line in fileinput.input():
    print(fileinput.filename(), fileinput.lineno(), fileinput.isstdin(), line.strip())
