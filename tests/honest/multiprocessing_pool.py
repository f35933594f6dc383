# expect: ok
# prints: 328350 6
import multiprocessing
from multiprocessing import shared_memory


def square(n):
    return n * n


def write(name):
    memory = shared_memory.SharedMemory(name)
    memory.buf[1] = memory.buf[0] * 2
    memory.close()


if __name__ == "__main__":
    with multiprocessing.Pool(4) as pool:
        total = sum(pool.map(square, range(100)))
    memory = shared_memory.SharedMemory(create=True, size=16)
    memory.buf[0] = 3
    child = multiprocessing.Process(target=write, args=(memory.name,))
    child.start()
    child.join()
    print(total, memory.buf[1])
    memory.close()
    memory.unlink()
