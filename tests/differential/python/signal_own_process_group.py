# differential: A signal to the own process group reaches the program and its children.
# exit: 0
import os
import signal
import subprocess

signal.signal(signal.SIGUSR2, lambda *_: print("parent got it"))
children = [subprocess.Popen(["sleep", "30"]) for _ in range(2)]
os.killpg(os.getpgrp(), signal.SIGUSR2)
print([child.wait() for child in children])
