// differential: What the linker makes: borders of sections, weak and aliased names, the program's own ends.
// exit: 0
// stdout: "gamma beta alpha 1 1 42\n1 1 1\n"
#include <stdio.h>

struct test { const char *name; };
#define TEST(n) static const struct test test_##n __attribute__((section("tests"), used)) = {#n}
TEST(alpha);
TEST(beta);
TEST(gamma);
extern const struct test __start_tests[], __stop_tests[];
extern char __executable_start, etext, edata, end;
extern void nowhere(void) __attribute__((weak));
__attribute__((weak)) int replaced(void) { return 1; }
static int original(void) { return 42; }
int alias(void) __attribute__((alias("original")));

int main(void) {
    for (const struct test *test = __start_tests; test < __stop_tests; test++) printf("%s ", test->name);
    printf("%d %d %d\n", nowhere == NULL, replaced(), alias());
    printf("%d %d %d\n", &__executable_start < &etext, &etext < &edata, &edata <= &end);
}
