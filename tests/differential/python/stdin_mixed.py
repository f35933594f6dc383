# differential: Iteration, readline, read of some characters, and input, one after the other.
# stdin: "one\ntwo\nthree\nfour five\nsix\n"
# exit: 0
import sys

print(next(sys.stdin), end="")
print(repr(sys.stdin.readline()))
print(repr(input()))
print(repr(sys.stdin.read(4)), repr(sys.stdin.readline()), sys.stdin.readlines())
try:
    next(sys.stdin)
except StopIteration:
    print("end")
