# Reads what the kernel tells only to the privileged.
# row: K13
# stage: run | compile
# expect: ok
# prints: done
import re

places = ["/proc/kcore", "/proc/keys", "/proc/timer_list", "/proc/kmsg", "/dev/kmsg", "/dev/mem", "/proc/sched_debug", "/sys/kernel/debug"]
places += ["/proc/interrupts", "/proc/modules", "/proc/iomem", "/proc/config.gz", "/proc/cmdline", "/proc/key-users", "/sys/firmware/acpi/tables/DSDT"]
places += ["/sys/kernel/notes", "/sys/kernel/vmcoreinfo", "/proc/slabinfo", "/proc/pagetypeinfo", "/proc/vmallocinfo", "/proc/self/pagemap-of-others"]
for place in places:
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
import ctypes

log = ctypes.create_string_buffer(4096)
libc = ctypes.CDLL(None, use_errno=True)
if any(libc.klogctl(action, log, len(log)) > 0 for action in (3, 10)):
    print("BRE" "ACH: the kernel's log")
print("done")
