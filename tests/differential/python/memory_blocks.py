# differential: How much the interpreter has allocated when the program begins, in coarse steps.
# exit: 0
# stdout: "True True\n"
import resource
import sys

print(sys.getallocatedblocks() < 60_000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 60_000)
