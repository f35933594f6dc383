# differential: SIGCHLD is told, and sigtimedwait gives up after its time.
# exit: 0
import os
import signal

signal.signal(signal.SIGCHLD, lambda number, frame: print("a child ended"))
if (child := os.fork()) == 0:
    os._exit(3)
print(os.waitpid(child, 0)[0] == child)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
print(signal.sigtimedwait([signal.SIGUSR1], 0.01))
