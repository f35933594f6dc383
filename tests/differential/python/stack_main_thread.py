# differential: The stack of the main thread is as large as its limit says: deep recursion through C code.
# exit: 0
# stdout: "0\n"
import sys


def down(n):
    return n if n == 0 else max(map(down, [n - 1]))


sys.setrecursionlimit(500_000)
print(down(40_000))
