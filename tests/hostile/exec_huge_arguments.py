# Executes a program with two megabytes of arguments and an environment of 100,000 entries.
# row: P12
# expect: ok
# prints: refused
import os

for arguments, environment in [(["true", "x" * (2 << 20)], {}), (["true"], {f"N{n}": "v" * 50 for n in range(100_000)})]:
    child = os.fork()
    if child == 0:
        try:
            os.execve("/bin/true", arguments, environment)
        except OSError:
            os._exit(9)
    if os.waitpid(child, 0)[1] != 0:
        print("refused")
