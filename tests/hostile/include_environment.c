// row: C10
// expect: compile_error | ok
#include "/proc/self/environ"
#include "/proc/1/environ"
int main(void) {
}
