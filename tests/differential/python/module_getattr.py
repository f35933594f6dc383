# differential: Module-level __getattr__ and __dir__ of __main__ itself, and __class__ of the module.
# exit: 0
import sys
import types


def __getattr__(name):
    return f"made {name}"


class Module(types.ModuleType):
    @property
    def size(self):
        return len([name for name in vars(self) if not name.startswith("_")])


import __main__

print(__main__.anything)
sys.modules["__main__"].__class__ = Module
print(__main__.size, type(__main__).__name__)
