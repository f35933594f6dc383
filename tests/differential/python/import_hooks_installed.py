# differential: The finders, hooks and importers the program starts with.
# exit: 0
import sys

print([finder if isinstance(finder, type) else type(finder).__name__ for finder in sys.meta_path])
print([getattr(hook, "__qualname__", hook) for hook in sys.path_hooks])
print(sorted(sys.path_importer_cache))
