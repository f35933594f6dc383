# differential: Bytes of every value on stdout, behind text that was flushed.
# exit: 0
import os
import sys

print("all bytes:", flush=True)
sys.stdout.buffer.write(bytes(range(256)))
sys.stdout.buffer.flush()
os.write(1, b"\nraw\n")
