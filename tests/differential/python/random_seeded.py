# differential: Seeded random numbers are the same everywhere.
# exit: 0
import random

random.seed(7)
print(random.random(), random.randrange(100), random.sample(range(50), 5), random.gauss(0, 1))
random.seed("text")
print(random.getrandbits(70), random.choices("abc", k=5), random.Random(b"bytes").shuffle(numbers := [1, 2, 3]), len(numbers))
