# differential: How many objects the collector has counted when the program begins, and how often it ran.
# exit: 0
import gc

print(gc.get_count()[1:], [entry["collections"] for entry in gc.get_stats()], len(gc.get_objects(2)) > 0)
