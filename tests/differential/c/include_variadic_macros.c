// differential: Macros with a variable number of arguments, __VA_OPT__ and stringification.
// exit: 0
// stdout: "13: none\n14: two 2\ngnu\nx\n3 2, \"a\\n\" , 'b'\n"
#include <stdio.h>
#define LOG(format, ...) printf("%d: " format "\n", __LINE__ __VA_OPT__(, ) __VA_ARGS__)
#define OLD(format, args...) printf(format "\n", ##args)
#define COUNT_(a, b, c, d, n, ...) n
#define COUNT(...) COUNT_(__VA_ARGS__, 4, 3, 2, 1, 0)
#define TEXT_(...) #__VA_ARGS__
#define TEXT(...) TEXT_(__VA_ARGS__)

int main(void) {
    LOG("none");
    LOG("%s %d", "two", 2);
    OLD("gnu");
    OLD("%c", 'x');
    printf("%d %s\n", COUNT(a, b, c), TEXT(COUNT(1, 2), "a\n" , /* gone */ 'b'));
}
