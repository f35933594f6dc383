# differential: Processes by spawn import the program again under another name.
# exit: 0
import multiprocessing
import os
import sys

print("imported as", __name__, os.path.basename(__file__), sys.argv, flush=True)


def work(queue):
    queue.put((__name__, sys.modules["__main__"].__name__, multiprocessing.current_process().name, sorted(os.listdir("/proc/self/fd"))[:3]))


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    child = context.Process(target=work, args=(queue,))
    child.start()
    print(queue.get())
    child.join()
    print(child.exitcode)
