# differential: Every way to read sees the end of an empty input, again and again.
# exit: 0
# stdout: "['', '', [], [], b'']\n"
import sys

print([sys.stdin.read(), sys.stdin.readline(), sys.stdin.readlines(), list(sys.stdin), sys.stdin.buffer.read()])
