# differential: The trace module and cProfile run code of the program.
# exit: 0
import cProfile
import io
import pstats
import trace


def work():
    return sum(square(n) for n in range(3))


def square(n):
    return n * n


tracer = trace.Trace(count=True, trace=False)
print(tracer.runfunc(work), sorted(line for (name, line), _ in tracer.results().counts.items() if name.endswith("main.py")))
profile = cProfile.Profile()
profile.runcall(work)
stats = pstats.Stats(profile, stream=io.StringIO())
print(sorted((name, calls[0]) for (_, _, name), calls in stats.stats.items()))
