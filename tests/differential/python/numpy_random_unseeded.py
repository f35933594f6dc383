# differential: Numbers that are not drawn from a seed lie where they should, and are others each time.
# exit: 0
import numpy as np
numbers = np.random.rand(1000)
print(((numbers >= 0) & (numbers < 1)).all(), len(set(numbers)) == 1000, 0.4 < numbers.mean() < 0.6)
print(len({*np.random.bytes(64), *np.random.default_rng().bytes(64)}) > 20)
