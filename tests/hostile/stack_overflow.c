// expect: runtime_error | memory_limit
// Recurses without end.
int deeper(volatile int depth) {
    volatile char ballast[4096];
    ballast[0] = (char)depth;
    return deeper(depth + 1) + ballast[0];
}

int main(void) {
    return deeper(0);
}
