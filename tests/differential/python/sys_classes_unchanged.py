# differential: Classes of the interpreter have the subclasses, attributes and hooks of a fresh start.
# exit: 0
import os
import sys
import types

for kind in (types.ModuleType, type(os.environ), type(sys.stdin), type(__loader__), type(sys.flags)):
    print(kind.__module__, kind.__qualname__, len(dir(kind)), [sub.__name__ for sub in kind.__subclasses__()])
print(type(os.environ._data).__name__, os.environ.encodekey.__qualname__)
print(type(sys.stdout).write, type(sys.argv), type(sys.path), type(sys.modules), type(sys.meta_path))
