# differential: After fork only the thread that forked is left, as the main thread.
# exit: 0
import os
import threading
import time

threading.Thread(target=time.sleep, args=(0.2,), name="sleeper").start()


def fork():
    child = os.fork()
    if child == 0:
        me = threading.current_thread()
        print(threading.active_count(), me.name, me is threading.main_thread(), len(os.listdir("/proc/self/task")), flush=True)
        os._exit(0)
    os.waitpid(child, 0)


fork()
thread = threading.Thread(target=fork, name="forker")
thread.start()
thread.join()
