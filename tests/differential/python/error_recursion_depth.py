# differential: How deep a program gets from its first line.
# exit: 0
# stdout: "1000 999 maximum recursion depth exceeded\n300 299 maximum recursion depth exceeded\n"
import sys


def down(n):
    global deepest
    deepest = n
    down(n + 1)


for limit in (sys.getrecursionlimit(), 300):
    sys.setrecursionlimit(limit)
    try:
        down(1)
    except RecursionError as error:
        print(limit, deepest, error)
