# differential: A daemon thread is stopped with the program.
# exit: 0
# stdout: "end 2\n"
import threading
import time


def forever():
    while True:
        time.sleep(0.01)


threading.Thread(target=forever, daemon=True).start()
print("end", threading.active_count())
