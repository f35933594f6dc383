# differential: Threads are numbered from 1, and are called after their targets.
# exit: 0
import concurrent.futures
import threading


def work():
    print(threading.current_thread().name)


for thread in (threading.Thread(target=work), threading.Thread(target=work), threading.Timer(0, work)):
    thread.start()
    thread.join()
with concurrent.futures.ThreadPoolExecutor(1) as pool:
    pool.submit(work).result()
with concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
    pool.submit(work).result()
