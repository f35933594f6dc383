# differential: Numbers drawn from a seed are always the same.
# exit: 0
import numpy as np
np.random.seed(42)
print(np.random.rand(3), np.random.randint(0, 100, 5), np.random.permutation(6), np.random.normal(size=2))
generator = np.random.default_rng(7)
print(generator.random(3), generator.integers(0, 10, 5), generator.choice(list("abcdef"), 3))
print(np.random.RandomState(1).rand(2), np.random.Generator(np.random.PCG64(3)).standard_normal(2))
