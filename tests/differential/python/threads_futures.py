# differential: A pool of threads: results in order, errors with their tracebacks.
# exit: 1
import concurrent.futures

with concurrent.futures.ThreadPoolExecutor(4) as pool:
    print(list(pool.map(pow, range(6), range(6))))
    future = pool.submit(lambda: 1 / 0)
    print(repr(future.exception()))
    print(concurrent.futures.wait([future]).done == {future})
    future.result()
