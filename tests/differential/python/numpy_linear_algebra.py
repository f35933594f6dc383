# differential: Systems of equations, eigenvalues, decompositions.
# exit: 0
import numpy as np
a = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
print(np.linalg.solve(a, [1, 2, 3]).round(12), round(float(np.linalg.det(a)), 9))
values, vectors = np.linalg.eigh(a)
print(values.round(9), np.allclose(a @ vectors, vectors * values))
q, r = np.linalg.qr(a)
print(np.allclose(q @ r, a), np.linalg.matrix_rank(a), np.linalg.norm(a).round(9))
