# differential: The names a program finds in its global namespace, in their order, and their values.
# exit: 0
names = list(globals())
print(names)
print(__name__, __file__, __doc__, __package__, __spec__, __cached__, __annotations__)
print(type(__loader__).__name__, type(__builtins__).__name__, dir() == sorted([*names, "names"]))
