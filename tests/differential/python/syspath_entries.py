# differential: sys.path begins with the program's folder and then has what site put there.
# exit: 0
import sys

for entry in sys.path:
    print(entry)
