// Hundreds of megabytes of error text.
// row: C7
// expect: compile_error
// limits: {"compile_wall_time_ms": 10000}
#pragma GCC diagnostic warning "-Wunused-value"
#define E1(n) undeclared_name_that_is_rather_long_##n##_and_longer();
#define E2(n) E1(n##0) E1(n##1) E1(n##2) E1(n##3) E1(n##4) E1(n##5) E1(n##6) E1(n##7) E1(n##8) E1(n##9)
#define E3(n) E2(n##0) E2(n##1) E2(n##2) E2(n##3) E2(n##4) E2(n##5) E2(n##6) E2(n##7) E2(n##8) E2(n##9)
#define E4(n) E3(n##0) E3(n##1) E3(n##2) E3(n##3) E3(n##4) E3(n##5) E3(n##6) E3(n##7) E3(n##8) E3(n##9)
#define E5(n) E4(n##0) E4(n##1) E4(n##2) E4(n##3) E4(n##4) E4(n##5) E4(n##6) E4(n##7) E4(n##8) E4(n##9)
int main(void) {
    E5(a) E5(b) E5(c) E5(d)
    return missing;
}
