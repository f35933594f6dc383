struct Shape { int size };
inline int inner(Shape shape) {
    std::cout << shape;
    return shape.sise;
}
