# expect: ok
# prints: 499500
import queue
import threading

tasks, answers = queue.Queue(), queue.Queue()


def work():
    while (task := tasks.get()) is not None:
        answers.put(sum(task))


workers = [threading.Thread(target=work) for _ in range(8)]
for worker in workers:
    worker.start()
for start in range(0, 1000, 10):
    tasks.put(range(start, start + 10))
for _ in workers:
    tasks.put(None)
for worker in workers:
    worker.join()
print(sum(answers.get() for _ in range(100)))
