# Signals process ids of the host it was told and guessed: none may exist here.
# expect: ok
# prints: nobody there
# args: {server_pid}
import os
import sys

told = int(sys.argv[1])
mine = {os.getpid(), os.getppid(), 1}
for pid in [told, told - 1, told + 1, *range(2, 5000)]:
    if pid in mine:
        continue
    try:
        os.kill(pid, 0)
        print("BRE" "ACH: reached", pid)
    except ProcessLookupError:
        pass
print("nobody there")
