# Writes to the kernel's switches.
# row: K12
# stage: run | compile
# expect: ok
# prints: done
import glob

places = ["/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sysrq-trigger", "/proc/sys/vm/drop_caches"]
places += ["/proc/sys/kernel/hostname", "/proc/sys/fs/binfmt_misc/register", "/sys/kernel/uevent_helper", "/proc/self/oom_score_adj"]
places += glob.glob("/sys/fs/cgroup/**/cgroup.procs", recursive=True) + glob.glob("/sys/fs/cgroup/**/release_agent", recursive=True)
places += glob.glob("/sys/fs/cgroup/**/memory.*limit*", recursive=True) + glob.glob("/sys/fs/cgroup/**/tasks", recursive=True)
places += ["/proc/sys/vm/overcommit_memory", "/proc/sys/kernel/yama/ptrace_scope", "/proc/sys/net/ipv4/ip_forward", "/proc/1/oom_score_adj"]
places += ["/proc/sys/kernel/randomize_va_space", "/proc/sys/user/max_user_namespaces", "/proc/self/uid_map", "/proc/self/setgroups"]
for place in places:
    try:
        with open(place, "w") as file:
            file.write("-1000" if "oom" in place else "0")
        print("BRE" "ACH: wrote", place)
    except OSError as error:
        print(place, error.strerror)
print("done")
