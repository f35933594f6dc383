# differential: Umask, niceness, scheduling, folder, processors.
# exit: 0
import os
import resource

print(oct(os.umask(0o77)), os.nice(0), os.getpriority(os.PRIO_PROCESS, 0), os.sched_getscheduler(0), os.sched_getparam(0))
print(os.getcwd(), len(os.sched_getaffinity(0)) == len(os.sched_getaffinity(os.getppid())), os.cpu_count() == os.sysconf("SC_NPROCESSORS_ONLN"))
os.close(os.open("private", os.O_CREAT | os.O_WRONLY))
print(oct(os.stat("private").st_mode), oct(os.stat(".").st_mode), oct(os.stat("main.py").st_mode))
print(os.nice(3), resource.getpagesize())
