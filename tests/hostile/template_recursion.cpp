// Instantiates two templates for each one, without end in sight.
// row: C5
// expect: compile_error
// limits: {"compile_wall_time_ms": 6000}
template <unsigned long Depth, unsigned long Path>
struct Tree {
    static constexpr unsigned long value = Tree<Depth - 1, Path * 2>::value + Tree<Depth - 1, Path * 2 + 1>::value;
};
template <unsigned long Path>
struct Tree<0, Path> {
    static constexpr unsigned long value = Path;
};
int main() {
    return static_cast<int>(Tree<60, 1>::value);
}
