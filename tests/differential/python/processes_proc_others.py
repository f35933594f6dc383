# differential: The other files of /proc/self that are fixed.
# exit: 0
for name in ("oom_score_adj", "personality", "loginuid", "coredump_filter", "timerslack_ns", "setgroups", "attr/current", "wchan"):
    try:
        print(name, open(f"/proc/self/{name}").read().strip() if name != "wchan" else "")
    except OSError as error:
        print(name, error.strerror)
for line in open("/proc/self/limits"):
    print(*line.split())
