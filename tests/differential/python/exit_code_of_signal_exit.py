# differential: A program that resets a signal and sends it to itself, as shells like it.
# signal: SIGINT
import os
import signal

try:
    raise KeyboardInterrupt
except KeyboardInterrupt:
    print("cleaning up", flush=True)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGINT)
