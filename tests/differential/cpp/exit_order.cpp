// differential: Constructors with priorities, globals, atexit, functions of C, all in their order.
// exit: 1
// stdout: "+1 +3 constructor +9 +7 main +11 -11 atexit2 +20 -20 -7 -9 atexit1 -3 -1 destructor\n"
#include <cstdio>
#include <cstdlib>
#include <iostream>

struct Said {
    int number;
    explicit Said(int n) : number(n) { std::printf("+%d ", n); }
    ~Said() { std::printf("-%d ", number); }
};
Said late __attribute__((init_priority(3000)))(3);
Said early __attribute__((init_priority(200)))(1);
static Said plain(9);
__attribute__((constructor)) static void begin() { std::printf("constructor "); std::atexit([] { std::printf("atexit1 "); }); }
__attribute__((destructor)) static void end() { std::printf("destructor\n"); }
inline Said inlined(7);

int main() {
    std::atexit([] { std::printf("atexit2 "); static Said inside(20); });
    std::printf("main ");
    static Said local(11);
    std::exit(1);
}
