# Starts threads until the system refuses one, and says how many it was given.
# row: P1
# expect: ok | runtime_error | memory_limit
# forbid: more than 200
import threading

forever = threading.Event()
count = 0
try:
    while count <= 200:
        threading.Thread(target=forever.wait, daemon=True).start()
        count += 1
    print("more than", 200)
except RuntimeError:
    print("refused")
