# differential: Locks, conditions, barriers, events and queues between eight threads.
# exit: 0
import queue
import threading

count, results = 0, queue.SimpleQueue()
lock, barrier, go = threading.Lock(), threading.Barrier(8), threading.Event()


def work(number):
    global count
    go.wait()
    for _ in range(1_000):
        with lock:
            count += 1
    results.put((barrier.wait() < 8, number))


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
go.set()
for thread in threads:
    thread.join()
print(count, sorted(results.get() for _ in range(8)))
with threading.Semaphore(2) as got, threading.RLock():
    print(got, threading.Condition().acquire(), threading.Lock().acquire(timeout=0.01))
