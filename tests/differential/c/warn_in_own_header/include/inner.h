static inline int inner(int x) {
    int unused;
    return x == 1 | 4;
}
