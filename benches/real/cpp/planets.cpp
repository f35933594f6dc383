// Bodies that attract each other, and a sieve: floating-point numbers and a long loop, next to no memory.
#include <cmath>
#include <cstdio>
#include <vector>

constexpr int SEED = 271828;

struct Body {
    double x, y, z, vx, vy, vz, mass;
};

// A heavy body in the middle and four light ones around it.
std::vector<Body> make_system(int seed) {
    std::vector<Body> bodies{{0, 0, 0, 0, 0, 0, 39.5}};
    for (int place = 1; place < 5; ++place) {
        double distance = place + (seed % 1000) / 10000.0;
        bodies.push_back({distance, 0, 0.01 * place, 0, std::sqrt(39.5 / distance), 0, 0.001 * place});
    }
    return bodies;
}

void advance(std::vector<Body>& bodies, double step, int count) {
    for (int turn = 0; turn < count; ++turn) {
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            Body& a = bodies[i];
            for (std::size_t j = i + 1; j < bodies.size(); ++j) {
                Body& b = bodies[j];
                double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
                double squared = dx * dx + dy * dy + dz * dz;
                double pull = step / (squared * std::sqrt(squared));
                double of_a = a.mass * pull, of_b = b.mass * pull;
                a.vx -= dx * of_b;
                a.vy -= dy * of_b;
                a.vz -= dz * of_b;
                b.vx += dx * of_a;
                b.vy += dy * of_a;
                b.vz += dz * of_a;
            }
        }
        for (Body& body : bodies) {
            body.x += step * body.vx;
            body.y += step * body.vy;
            body.z += step * body.vz;
        }
    }
}

double energy(const std::vector<Body>& bodies) {
    double total = 0;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const Body& a = bodies[i];
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
        for (std::size_t j = i + 1; j < bodies.size(); ++j) {
            const Body& b = bodies[j];
            total -= a.mass * b.mass / std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
        }
    }
    return total;
}

long primes(std::size_t limit) {
    std::vector<char> sieve(limit + 1, 1);
    long count = 0;
    for (std::size_t number = 2; number <= limit; ++number) {
        if (!sieve[number]) continue;
        ++count;
        for (std::size_t multiple = number * number; multiple <= limit; multiple += number) sieve[multiple] = 0;
    }
    return count;
}

int main() {
    auto bodies = make_system(SEED);
    std::printf("%d: energy before %.9f\n", SEED, energy(bodies));
    advance(bodies, 0.0005, 1000000);
    std::printf("energy after %.9f\n", energy(bodies));
    std::printf("%ld primes\n", primes(10000000 + SEED % 1000));
}
