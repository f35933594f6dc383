# expect: ok
# prints: 385.0 2.0
import numpy

grid = numpy.arange(1, 11, dtype=float)
solution = numpy.linalg.solve(numpy.array([[3.0, 1.0], [1.0, 2.0]]), numpy.array([9.0, 8.0]))
print(float(grid @ grid), round(float(solution[0]), 9))
