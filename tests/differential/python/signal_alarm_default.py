# differential: An alarm without a handler ends the program.
# signal: SIGALRM
import signal
import time

print("waits", flush=True)
signal.setitimer(signal.ITIMER_REAL, 0.05)
time.sleep(5)
