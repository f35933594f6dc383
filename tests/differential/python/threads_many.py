# differential: Forty threads at once, each with a deep stack.
# exit: 0
# stdout: "40 0\n"
import threading


def down(n):
    return n if n == 0 else down(n - 1)


barrier = threading.Barrier(40)
results = []


def work():
    barrier.wait()
    results.append(down(500))


threads = [threading.Thread(target=work) for _ in range(40)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(results), sum(results))
