# differential: Shared values, arrays, memory, locks, pipes and a manager.
# exit: 0
import multiprocessing
from multiprocessing import shared_memory


def work(value, array, lock, pipe, name):
    for _ in range(100):
        with lock:
            value.value += 1
    array[0] = 2.5
    block = shared_memory.SharedMemory(name)
    block.buf[:5] = b"hello"
    block.close()
    # One end for all: a message is read in two steps.
    with lock:
        pipe.send({"got": pipe.recv()})


if __name__ == "__main__":
    value, array = multiprocessing.Value("i", 0), multiprocessing.Array("d", 2)
    ours, theirs = multiprocessing.Pipe()
    block = shared_memory.SharedMemory(create=True, size=16)
    children = [multiprocessing.Process(target=work, args=(value, array, value.get_lock(), theirs, block.name)) for _ in range(3)]
    for child in children:
        child.start()
        ours.send(1)
    for child in children:
        child.join()
    print(value.value, list(array), bytes(block.buf[:5]), [ours.recv() for _ in children])
    block.close()
    block.unlink()
    with multiprocessing.Manager() as manager:
        shared = manager.dict(a=1)
        shared["b"] = manager.list([1, 2])[:]
        print(shared)
