# differential: An uncaught error in a thread is told, and the program goes on and ends well.
# exit: 0
import threading


def work():
    raise ValueError("in a thread")


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print("went on", thread.is_alive())
