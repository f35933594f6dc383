# differential: The main thread is the process's first, though numpy has looked at it when it was imported.
# exit: 0
import os, threading
import numpy
main = threading.main_thread()
print(main.native_id == os.getpid() == threading.get_native_id(), main.native_id, main.ident == threading.get_ident(), main.name, main.is_alive())
thread = threading.Thread(target=lambda: print(threading.current_thread().native_id))
thread.start()
thread.join()
