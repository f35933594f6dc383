# differential: A pool: map, an error with the traceback of the child, initialisers.
# exit: 1
import multiprocessing
import os


def begin(value):
    global started
    started = value


def work(n):
    return n * started // (n - 3)


if __name__ == "__main__":
    with multiprocessing.Pool(3, begin, (10,)) as pool:
        print(pool.map(work, [0, 1, 2]), pool.apply(work, (5,)), list(pool.imap(work, [6, 7])))
        pool.map(work, [2, 3, 4])
