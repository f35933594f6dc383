# differential: A child killed by a signal has the negative number as its return code.
# exit: 0
import signal
import subprocess

for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGINT):
    child = subprocess.Popen(["sleep", "30"])
    child.send_signal(number)
    print(child.wait(), child)
