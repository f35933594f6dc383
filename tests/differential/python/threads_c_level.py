# differential: Thread ids, names and stacks of threads as C code sees them.
# exit: 0
import ctypes
import os
import threading

library = ctypes.CDLL(None)
library.pthread_self.restype = ctypes.c_ulong
print(library.pthread_self() == threading.get_ident(), library.gettid() == os.getpid())
name = ctypes.create_string_buffer(16)
library.pthread_getname_np(ctypes.c_ulong(threading.get_ident()), name, 16)
print(name.value)
thread = threading.Thread(target=lambda: print(open(f"/proc/self/task/{threading.get_native_id()}/comm").read().strip(), threading.get_native_id() != os.getpid()))
thread.start()
thread.join()
