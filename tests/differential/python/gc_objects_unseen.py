# differential: No object the collector knows belongs to anybody but the interpreter and the program.
# exit: 0
import gc
import types

modules = sorted({thing.__name__ for thing in gc.get_objects() if isinstance(thing, types.ModuleType)})
frames = [thing for thing in gc.get_objects() if isinstance(thing, types.FrameType)]
print(*modules)
print(len(frames), sum(isinstance(thing, types.GeneratorType) for thing in gc.get_objects()))
