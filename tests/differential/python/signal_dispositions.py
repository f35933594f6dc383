# differential: The handlers of all signals at the start.
# exit: 0
import signal

for number in sorted(signal.valid_signals()):
    print(int(number), getattr(number, "name", "-"), getattr(signal.getsignal(number), "name", signal.getsignal(number).__class__.__name__))
