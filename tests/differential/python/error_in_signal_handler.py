# differential: An error in a signal handler comes out where the program was.
# exit: 1
import os
import signal


def handler(number, frame):
    raise LookupError(f"signal {number} in {frame.f_code.co_name}")


signal.signal(signal.SIGUSR1, handler)
os.kill(os.getpid(), signal.SIGUSR1)
