// differential: Generators with and without seeds, and distributions, of fixed values; a device that varies.
// exit: 0
// stdout: "3499211612 1608637542 13915952638675311015 48271 8501084\n56255441 0.279041\n3142511804289383\n"
#include <algorithm>
#include <iostream>
#include <random>

int main() {
    std::mt19937 plain, seeded(42);
    std::mt19937_64 big(7);
    std::minstd_rand small;
    std::seed_seq sequence{1, 2, 3};
    std::ranlux24 ranlux(sequence);
    std::cout << plain() << ' ' << seeded() << ' ' << big() << ' ' << small() << ' ' << ranlux() << '\n';
    std::uniform_int_distribution<int> die(1, 6);
    std::normal_distribution<> normal;
    for (int i = 0; i < 8; ++i) std::cout << die(seeded);
    std::cout << ' ' << normal(seeded) << '\n';
    int list[] = {1, 2, 3, 4, 5};
    std::shuffle(list, list + 5, seeded);
    for (int x : list) std::cout << x;
    std::random_device device;
    unsigned a = device(), b = device(), c = device();
    std::cout << (a != b || b != c) << rand() << '\n';
}
