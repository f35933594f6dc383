// row: P11
// expect: runtime_error
// signal: SIGSEGV
// A null pointer.
int main(void) {
    *(volatile int *)0 = 1;
}
