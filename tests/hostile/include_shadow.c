// row: C10
// expect: compile_error
// forbid: root:
#include "/etc/shadow"
int main(void) {
}
