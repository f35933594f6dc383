# differential: A blocked signal waits until it is let through, sigwait takes one.
# exit: 0
import os
import signal

signal.signal(signal.SIGUSR1, lambda *_: print("handled"))
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2])
os.kill(os.getpid(), signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.sigwait([signal.SIGUSR2]), sorted(signal.sigpending()))
print(sorted(signal.pthread_sigmask(signal.SIG_SETMASK, [])))
print("end")
