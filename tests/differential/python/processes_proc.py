# differential: What /proc tells of the program: command line, name, executable, folder, root.
# exit: 0
import os

print(open("/proc/self/cmdline", "rb").read())
print(open("/proc/self/comm").read(), os.readlink("/proc/self/exe"), os.readlink("/proc/self/cwd"), os.readlink("/proc/self/root"))
fields = open("/proc/self/stat").read().split()
print(fields[1], fields[2], fields[6], fields[17:19], fields[37])
