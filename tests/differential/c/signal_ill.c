// differential: An instruction that does not exist.
// signal: SIGILL
// stdout: ""
int main(void) {
    __builtin_trap();
}
