# differential: PYTHONMALLOC=malloc: another allocator, the same answers.
# env: {"PYTHONMALLOC": "malloc"}
# exit: 0
# stdout: "0 2890\n"
import sys

print(sys.getallocatedblocks(), sum(len(str(n)) for n in range(1000)))
