import warnings


def f():
    warnings.warn("not shown from a module", DeprecationWarning)
    warnings.warn("shown from a module")
