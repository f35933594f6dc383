// Four gigabytes that are only reserved: it links, and cannot start.
// row: C6
// expect: compile_error | runtime_error | memory_limit
static volatile char data[1UL << 32];
int main(int count, char **arguments) {
    (void)arguments;
    for (unsigned long at = 0; at < sizeof data; at += 4096) data[at] = (char)count;
    return 0;
}
