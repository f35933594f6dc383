# differential: PYTHONOPTIMIZE=2 removes assertions and documentation.
# env: {"PYTHONOPTIMIZE": "2"}
# exit: 0
import sys


def documented():
    """Text."""
    assert False, "removed"
    return __debug__


print(documented(), documented.__doc__, sys.flags.optimize, sys.implementation.cache_tag, __doc__)
