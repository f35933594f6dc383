# differential: The fields of /proc/self/status that say what the process may do.
# exit: 0
wanted = ("Name", "Umask", "TracerPid", "Groups", "Threads", "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp", "Seccomp_filters", "Speculation_Store_Bypass", "CoreDumping", "THP_enabled")
status = dict(line.rstrip("\n").split(":\t", 1) for line in open("/proc/self/status"))
for name in wanted:
    print(name, status.get(name, "").strip())
print(len(set(status["Uid"].split())), len(set(status["Gid"].split())), status["Uid"].split()[0] == status["Gid"].split()[0])
print(status["NSpid"].split() == [status["Pid"].strip()], status["Tgid"] == status["Pid"])
