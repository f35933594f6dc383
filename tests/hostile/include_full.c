// row: C4
// expect: compile_error | ok
// limits: {"compile_wall_time_ms": 5000}
#include "/dev/full"
#include "/dev/fd/0"
#include "/proc/self/mem"
int main(void) {
}
