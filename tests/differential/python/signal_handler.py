# differential: Handlers get the number and the frame; several signals in a row.
# exit: 0
import os
import signal


def handler(number, frame):
    print("got", signal.Signals(number).name, signal.strsignal(number), frame.f_code.co_name)


for number in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGHUP, signal.SIGTERM, signal.SIGRTMIN):
    print(signal.signal(number, handler))
    signal.raise_signal(number)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
os.kill(os.getpid(), signal.SIGUSR1)
