// A constant that takes for ever to compute.
// row: C5
// expect: compile_error
// limits: {"compile_wall_time_ms": 6000}
constexpr unsigned long count(unsigned long turns) {
    unsigned long sum = 0;
    for (unsigned long outer = 0; outer < turns; ++outer)
        for (unsigned long inner = 0; inner < turns; ++inner) sum += inner ^ outer;
    return sum;
}
constexpr unsigned long answer = count(1UL << 40);
int main() {
    return static_cast<int>(answer);
}
