# differential: A folder without an __init__ file is a namespace package.
# exit: 0
import spread
import spread.part

print(spread.__file__, type(spread.__path__).__name__, type(spread.__loader__).__name__, spread.part.value)
print(spread.__spec__.origin, spread.__spec__.submodule_search_locations._path)
