# differential: The modules loaded before the first line of the program.
# exit: 0
import sys

print(*sys.modules, sep="\n")
