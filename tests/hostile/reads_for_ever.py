# Reads to the end of its input, which has to come.
# row: O3
# expect: ok
# prints: read 5
# stdin: four
import sys

print("read", len(sys.stdin.read()))
