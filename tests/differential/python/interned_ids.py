# differential: Small numbers, names and empty containers are the same objects.
# exit: 0
# stdout: "True False True True\nFalse False True\n"
import sys

print(int("256") is 255 + 1, int("257") is int("257"), () is tuple([]), sys.intern("a b") is sys.intern("a " + "b"))
print("".join(["m", "ain"]) is "main", chr(97) is "a", type(None)() is None)
