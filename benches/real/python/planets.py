"""Bodies that attract each other, and a sieve: floating-point numbers and a long loop, next to no memory."""

import math

SEED = 271828


def system(seed):
    """A heavy body in the middle and four light ones around it, as [x, y, z, vx, vy, vz, mass]."""
    bodies = [[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5]]
    for place in range(1, 5):
        distance = place + (seed % 1000) / 10000
        speed = math.sqrt(39.5 / distance)
        bodies.append([distance, 0.0, 0.01 * place, 0.0, speed, 0.0, 0.001 * place])
    return bodies


def advance(bodies, step, count):
    pairs = [(bodies[i], bodies[j]) for i in range(len(bodies)) for j in range(i + 1, len(bodies))]
    for _ in range(count):
        for a, b in pairs:
            dx, dy, dz = a[0] - b[0], a[1] - b[1], a[2] - b[2]
            squared = dx * dx + dy * dy + dz * dz
            pull = step / (squared * math.sqrt(squared))
            of_a, of_b = a[6] * pull, b[6] * pull
            a[3] -= dx * of_b
            a[4] -= dy * of_b
            a[5] -= dz * of_b
            b[3] += dx * of_a
            b[4] += dy * of_a
            b[5] += dz * of_a
        for body in bodies:
            body[0] += step * body[3]
            body[1] += step * body[4]
            body[2] += step * body[5]


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a[6] * (a[3] ** 2 + a[4] ** 2 + a[5] ** 2)
        for b in bodies[i + 1 :]:
            total -= a[6] * b[6] / math.dist(a[:3], b[:3])
    return total


def primes(limit):
    sieve = bytearray([1]) * (limit + 1)
    sieve[0:2] = b"\0\0"
    for number in range(2, math.isqrt(limit) + 1):
        if sieve[number]:
            sieve[number * number :: number] = bytes(len(range(number * number, limit + 1, number)))
    return sum(sieve)


bodies = system(SEED)
print(f"{SEED}: energy before {energy(bodies):.9f}")
advance(bodies, 0.0005, 14_000)
print(f"energy after {energy(bodies):.9f}")
print(f"{primes(1_000_000 + SEED % 1000)} primes")
