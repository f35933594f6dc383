# differential: The collector as the program finds it.
# exit: 0
import gc

print(gc.isenabled(), gc.get_threshold(), gc.get_freeze_count(), gc.get_debug(), gc.callbacks, gc.garbage)
print([sorted(entry) for entry in gc.get_stats()])
