# differential: How deep C recursion gets in the main thread and in threads with a given stack.
# exit: 0
# stdout: "0\n[0, 0] 67108864\n"
import re
import sys
import threading


def down(n):
    return n if n == 0 else max(map(down, [n - 1]))


sys.setrecursionlimit(30_000)
results = [down(10_000)]
print(threading.stack_size(64 << 20))
thread = threading.Thread(target=lambda: results.append(down(10_000)))
thread.start()
thread.join()
print(results, threading.stack_size())
