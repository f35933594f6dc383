// expect: runtime_error
// signal: SIGFPE
// Divides by zero.
int main(int count, char **arguments) {
    (void)arguments;
    volatile int zero = count - count;
    return 1 / zero;
}
