# differential: posix_spawn with actions on descriptors and other attributes.
# exit: 0
import os
import sys

out = os.open("out", os.O_CREAT | os.O_WRONLY)
code = "import os; print(os.getpgrp() == os.getpid(), sorted(os.environ), os.listdir('/proc/self/fd'))"
actions = [(os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_CLOSE, out)]
child = os.posix_spawn(sys.executable, [sys.executable, "-c", code], {"LANG": "C.UTF-8", "ONLY": "this"}, file_actions=actions, setpgroup=0)
print(os.waitpid(child, 0)[1], open("out").read(), end="")
