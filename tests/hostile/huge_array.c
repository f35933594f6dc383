// A gigabyte of initialised data.
// row: C6
// expect: compile_error
// limits: {"compile_wall_time_ms": 10000}
int data[1 << 28] = {1};
int main(void) {
    return data[0];
}
