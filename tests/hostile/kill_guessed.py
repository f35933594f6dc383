# Signals process ids of the host it was told and guessed: none may exist here.
# row: P8 I6
# expect: ok
# prints: nobody there
# args: {server_pid}
import ctypes
import os
import sys

call = ctypes.CDLL(None, use_errno=True).syscall

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
    # The same by thread: tgkill of a process that is not there, and tkill.
    if call(234, pid, pid, 0) == 0 or call(200, pid, 0) == 0:
        print("BRE" "ACH: reached thread", pid)
print("nobody there")
