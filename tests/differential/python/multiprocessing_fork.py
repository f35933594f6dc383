# differential: Processes by fork share what was there before, and report exit codes.
# exit: 0
import multiprocessing
import os
import sys

table = {"before": 1}


def work(number, queue):
    queue.put((number, table, multiprocessing.current_process().name, multiprocessing.parent_process().pid == os.getppid()))
    if number == 2:
        sys.exit(7)


if __name__ == "__main__":
    print(multiprocessing.get_start_method(), multiprocessing.current_process().name)
    queue = multiprocessing.Queue()
    children = [multiprocessing.Process(target=work, args=(n, queue)) for n in range(3)]
    table["before"] = 2
    for child in children:
        child.start()
    for answer in sorted((queue.get() for _ in children), key=str):
        print(answer)
    for child in children:
        child.join()
    print([child.exitcode for child in children])
