# differential: PYTHONTRACEMALLOC records where memory came from.
# env: {"PYTHONTRACEMALLOC": "3"}
# exit: 0
import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
big = [bytes(1000) for _ in range(10)]
print(tracemalloc.get_object_traceback(big[0]))
