// differential: A breakpoint without a debugger.
// signal: SIGTRAP
// stdout: ""
int main(void) {
    __asm__ volatile("int3");
}
