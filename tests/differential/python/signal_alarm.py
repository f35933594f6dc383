# differential: An alarm interrupts a sleep and raises out of it.
# exit: 0
import signal
import time


class Late(Exception):
    pass


def late(number, frame):
    raise Late(number)


signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(5)
except Late as error:
    print("late", error)
