# differential: Variables of its own are read when it is imported.
# exit: 0
# env: {"OMP_NUM_THREADS": "1"}
import os
import numpy as np
print(os.environ.get("OMP_NUM_THREADS"), np.ones(2).sum())
