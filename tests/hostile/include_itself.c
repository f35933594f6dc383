// row: C4
// expect: compile_error
// limits: {"compile_wall_time_ms": 10000}
#include __FILE__
int main(void) {
}
