# differential: numpy, where the machine has it, loads after the start.
# exit: 0
try:
    import numpy
except ModuleNotFoundError as error:
    print(error)
else:
    print(numpy.arange(6).reshape(2, 3).T @ numpy.eye(2), numpy.random.default_rng(1).integers(100, size=4))
