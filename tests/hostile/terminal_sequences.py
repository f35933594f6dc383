# A hundred thousand colour changes, a title, a clear screen, and a question to the terminal.
# row: O8
# stage: run | interactive
# expect: ok | output_limit
# truncated: stdout
import sys

sys.stdout.write("\x1b]0;title\x07\x1b[2J\x1b[6n")
for number in range(100_000):
    sys.stdout.write(f"\x1b[{31 + number % 7}mx")
