# differential: timeit's statements and functools.cache, in the namespace of the program.
# exit: 0
import functools
import timeit


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


calls = []
print(timeit.timeit("calls.append(fib(90))", number=3, globals=globals()) >= 0, calls[0], fib.cache_info())
print(timeit.main.__module__, timeit.default_timer.__name__)
