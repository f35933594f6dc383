# What it is: no capability, no way to gain one, a filter, a uid that is not root's, no group of the host.
# row: S2
# stage: run | interactive | compile
# expect: ok
# prints: done
import os

with open("/proc/self/status") as file:
    status = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
    if int(status[name], 16) != 0:
        print("BRE" "ACH:", name, status[name])
if status["NoNewPrivs"] != "1" or status["Seccomp"] != "2":
    print("BRE" "ACH: NoNewPrivs", status["NoNewPrivs"], "Seccomp", status["Seccomp"])
if 0 in (*os.getresuid(), *os.getresgid()) or [group for group in os.getgroups() if group != os.getgid()]:
    print("BRE" "ACH: ids", os.getresuid(), os.getresgid(), os.getgroups())
print("done")
