# Writes to both streams without end.
# row: O1
# expect: output_limit
# limit: output
# truncated: stdout | stderr
# within: 8000
import os

while True:
    os.write(1, b"out\n" * 1024)
    os.write(2, b"err\n" * 1024)
