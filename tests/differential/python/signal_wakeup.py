# differential: A wake-up descriptor gets the number of the signal, siginterrupt lets a read fail or go on.
# exit: 0
import os
import signal

reader, writer = os.pipe()
os.set_blocking(writer, False)
signal.set_wakeup_fd(writer)
signal.signal(signal.SIGUSR1, lambda *_: None)
signal.siginterrupt(signal.SIGUSR1, False)
signal.raise_signal(signal.SIGUSR1)
print(os.read(reader, 10), signal.set_wakeup_fd(-1) == writer)
