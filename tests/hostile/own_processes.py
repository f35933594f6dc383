# Its view of processes: itself, and at most the first process of its own world.
# expect: ok
# prints: done
import os

others = [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in (1, os.getpid(), os.getppid())]
if others:
    print("BRE" "ACH: sees", others)
if os.getpid() > 100:
    print("BRE" "ACH: not its own numbers", os.getpid())
print("done")
