# differential: Functions registered for forks run in their order.
# exit: 0
import os
import sys

os.register_at_fork(before=lambda: print("before 1"), after_in_parent=lambda: print("parent 1"), after_in_child=lambda: print("child 1"))
os.register_at_fork(before=lambda: print("before 2"), after_in_parent=lambda: print("parent 2"), after_in_child=lambda: print("child 2"))
sys.stdout.reconfigure(line_buffering=True)
read, write = os.pipe()
os.register_at_fork(after_in_child=lambda: os._exit(0), after_in_parent=lambda: os.wait())
os.fork()
