# differential: print with separators, ends, several files and objects with their own text.
# exit: 0
import sys


class Loud:
    def __str__(self):
        return "LOUD"

    __repr__ = None


print(1, None, Loud(), sep="|", end="!\n")
print()
print(*"abc", sep="")
print("to stderr", file=sys.stderr, flush=True)
print("a", "b", sep=None, end=None)
for wrong in ({"sep": 1}, {"file": 3}):
    try:
        print("x", **wrong)
    except (TypeError, AttributeError) as error:
        print(error)
