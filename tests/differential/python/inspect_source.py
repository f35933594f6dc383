# differential: inspect finds the source of what the program defined.
# exit: 0
import inspect
import linecache


class Thing:
    """A thing."""

    def method(self):  # a comment
        return 1


print(inspect.getsource(Thing.method), end="")
print(inspect.getsourcefile(Thing), inspect.getsourcelines(Thing)[1], inspect.getmodule(Thing).__name__, inspect.getdoc(Thing))
print(linecache.getline(__file__, 1), end="")
print(inspect.signature(Thing.method), Thing.__module__, Thing.__qualname__, inspect.currentframe().f_lineno)
