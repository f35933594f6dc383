# differential: Shapes are fitted to one another.
# exit: 0
import numpy as np
rows, columns = np.arange(3)[:, None], np.arange(4)
print(rows * 10 + columns, np.broadcast(rows, columns).shape)
print(np.add.outer([1, 2], [10, 20, 30]), np.einsum("i,j->ij", [1, 2], [3, 4]))
