# differential: doctest finds the examples of the program's own functions.
# exit: 0
import doctest


def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> add(1, 1)
    3
    """
    return a + b


print(doctest.testmod())
