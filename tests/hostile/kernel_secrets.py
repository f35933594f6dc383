# Reads what the kernel tells only to the privileged.
# expect: ok
# prints: done
import re

for place in ["/proc/kcore", "/proc/keys", "/proc/timer_list", "/proc/kmsg", "/dev/kmsg", "/dev/mem", "/proc/sched_debug", "/sys/kernel/debug"]:
    try:
        with open(place, "rb") as file:
            if file.read(64):
                print("BRE" "ACH: read", place)
    except OSError as error:
        print(place, error.strerror)
try:
    with open("/proc/kallsyms") as file:
        if any(not re.match("0+ ", line) for line in file):
            print("BRE" "ACH: kernel addresses")
except OSError as error:
    print("kallsyms", error.strerror)
print("done")
