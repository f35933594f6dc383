# differential: The files that the functions in memory come from.
# exit: 0
import gc
import types

files = {thing.__code__.co_filename for thing in gc.get_objects() if isinstance(thing, types.FunctionType)}
print(*sorted(files), sep="\n")
