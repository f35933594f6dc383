# differential: Threads work on one array.
# exit: 0
import threading
import numpy as np
parts = np.zeros(4)
def work(index):
    parts[index] = np.arange(100_000, dtype=float)[index::4].sum()
threads = [threading.Thread(target=work, args=(index,)) for index in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(parts, threading.active_count())
