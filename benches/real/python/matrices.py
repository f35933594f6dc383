"""Starts with an import that takes longer than most programs run, and then works in compiled code."""

import numpy

SEED = 271828

random = numpy.random.default_rng(SEED)
matrix = random.random((180, 180))
product = numpy.eye(180)
for _ in range(30):
    product = product @ matrix
    product /= product.sum()
print(f"{SEED}: trace {numpy.trace(product):.12f}")

values = numpy.sort(random.integers(0, 1_000_000, 200_000))
print("distinct", len(numpy.unique(values)), "median", int(numpy.median(values)))

samples = numpy.linspace(0, 2 * numpy.pi, 4096, endpoint=False)
wave = numpy.sin(3 * samples) + 0.5 * numpy.sin((10 + SEED % 7) * samples)
spectrum = numpy.abs(numpy.fft.rfft(wave))
print("strongest", sorted(int(place) for place in numpy.argsort(spectrum)[-2:]))
print("cumulative", int(numpy.cumsum(values)[-1]))
