# differential: sys.__stdin__ and the others are the same objects.
# exit: 0
# stdout: "True True True\nTrue <stdout> 3\n"
import sys

print(sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__)
print(sys.stdout.buffer is sys.__stdout__.buffer, sys.stdout.buffer.name, len({sys.stdin, sys.stdout, sys.stderr}))
