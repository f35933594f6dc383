# differential: Divisions by zero and overflows warn once, with the line.
# exit: 0
import numpy as np
a = np.array([1.0, 0.0, -1.0])
print(a / 0)
for _ in range(3):
    print(np.log(a), np.int32(2147483647) + np.int32(1))
with np.errstate(all="ignore"):
    print(a / 0)
