# differential: Two threads that import the same slow module load it once.
# exit: 0
# stdout: "loading\n[True, True, True, True]\n"
import pathlib
import threading

pathlib.Path("slow.py").write_text("import time\nprint('loading')\ntime.sleep(0.1)\nready = True\n")


def load():
    import slow

    seen.append(slow.ready)


seen = []
threads = [threading.Thread(target=load) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen)
