# differential: Only the main thread may set handlers, and only it runs them.
# exit: 0
import os
import signal
import threading


def handler(number, frame):
    print("in", threading.current_thread().name)


def work():
    try:
        signal.signal(signal.SIGUSR1, handler)
    except ValueError as error:
        print(error)
    os.kill(os.getpid(), signal.SIGUSR1)


signal.signal(signal.SIGUSR1, handler)
thread = threading.Thread(target=work)
thread.start()
thread.join()
