// expect: runtime_error
// signal: SIGFPE
// Divides by zero.
int main(int count, char **arguments) {
    (void)arguments;
    volatile int seven = 7, zero = count - count;
    return seven / zero;
}
