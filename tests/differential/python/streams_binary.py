# differential: Bytes of every value on stdout, behind text that was flushed.
# exit: 0
import sys

print("all bytes:", flush=True)
sys.stdout.buffer.write(bytes(range(256)))
sys.stdout.buffer.flush()
sys.stdout.buffer.raw.write(b"\nraw\n")
