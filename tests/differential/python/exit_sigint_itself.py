# differential: SIGINT is a KeyboardInterrupt where the program was.
# exit: 0
# stdout: "interrupted () default_int_handler\n"
import os
import signal
import time

try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(5)
except KeyboardInterrupt as error:
    print("interrupted", error.args, signal.getsignal(signal.SIGINT).__name__)
