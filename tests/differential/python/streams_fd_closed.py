# differential: A program that closes descriptor 1 below its stdout, and opens it as a file.
# exit: 0
import os
import sys

os.close(1)
print(os.open("output.txt", os.O_CREAT | os.O_RDWR), file=sys.stderr)
print("into the file")
sys.stdout.flush()
print(open("output.txt").read(), end="", file=sys.stderr)
