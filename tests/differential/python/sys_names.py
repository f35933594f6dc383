# differential: Every public name of sys is there, and none besides.
# exit: 0
import sys

print(*sorted(dir(sys)), sep="\n")
