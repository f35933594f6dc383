// expect: runtime_error
// exit: 255
// The largest exit code.
int main(void) {
    return 255;
}
