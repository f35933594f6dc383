// row: C5
// expect: compile_error
// limits: {"compile_wall_time_ms": 6000}
// Macros that open sixty thousand parentheses.
#define O1 (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((
#define O2 O1 O1 O1 O1 O1 O1 O1 O1 O1 O1 O1 O1 O1 O1 O1 O1
#define O3 O2 O2 O2 O2 O2 O2 O2 O2 O2 O2 O2 O2 O2 O2 O2 O2
int main() {
    return O3 O3 O3 O3 0;
}
