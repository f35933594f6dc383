# differential: With a higher limit, a recursion of 20,000 calls succeeds.
# exit: 0
# stdout: "20000\nrecursion limit must be greater or equal than 1\n"
import sys

sys.setrecursionlimit(50_000)


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(20_000))
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
