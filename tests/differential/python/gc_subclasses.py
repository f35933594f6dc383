# differential: The classes that exist at the start, below a few bases.
# exit: 0
for base in (BaseException, dict, list, tuple, int):
    print(base.__name__, *sorted(f"{kind.__module__}.{kind.__qualname__}" for kind in base.__subclasses__()))
print(len(object.__subclasses__()))
