# Opens a world-readable file of the host, by its path there and through every process it sees.
# row: S1
# stage: run | compile
# expect: ok
# prints: done
# args: {canary_file}
import glob
import sys

path = sys.argv[1]
for prefix in ["", *glob.glob("/proc/[0-9]*/root"), *glob.glob("/proc/[0-9]*/cwd/../../..")]:
    try:
        with open(prefix + path) as file:
            print("BRE" "ACH:", file.read())
    except OSError:
        pass
print("done")
