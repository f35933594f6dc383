# differential: Thousands of small writes, every tenth flushed, stderr in between.
# exit: 0
import sys

for n in range(3_000):
    print(n, flush=n % 10 == 0)
    if n % 500 == 0:
        print("stderr at", n, file=sys.stderr)
