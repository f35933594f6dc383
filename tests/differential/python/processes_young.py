# differential: The program's process has just begun: little CPU time, and its age is small.
# exit: 0
# stdout: "True True True\n"
import os
import time

ticks = int(open("/proc/self/stat").read().rsplit(")", 1)[1].split()[19])
age = time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
print(-0.1 < age < 5, time.process_time() < 2, time.thread_time() < 2)
