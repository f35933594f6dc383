# differential: Endless recursion through C code, with no limit but the stack's, ends by SIGSEGV.
# signal: SIGSEGV
import sys


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x"[:0])


sys.setrecursionlimit(10_000_000)
print("before", flush=True)
Endless().anything
