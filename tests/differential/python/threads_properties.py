# differential: The main thread and its numbers.
# exit: 0
import _thread
import os
import threading

main = threading.main_thread()
print(main.name, main.daemon, main.is_alive(), main is threading.current_thread(), type(main).__name__)
print(main.ident == threading.get_ident() == _thread.get_ident(), main.native_id == os.getpid() == threading.get_native_id())
print(threading.active_count(), [thread.name for thread in threading.enumerate()], _thread._count(), threading.stack_size())
print(os.listdir("/proc/self/task") == [str(os.getpid())], threading.gettrace(), threading.TIMEOUT_MAX)
