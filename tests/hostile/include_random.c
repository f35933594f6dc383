// row: C4
// expect: compile_error
// limits: {"compile_wall_time_ms": 5000}
#include </dev/random>
int main(void) {
}
