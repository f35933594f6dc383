// differential: Constructors, atexit, on_exit and destructors, in their order.
// exit: 9
// stdout: "constructor 101\nconstructor 200\nconstructor\nmain\non_exit 9 text\natexit 2\natexit 1\natexit 1\ndestructor\ndestructor 101\n"
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

static void first(void) { puts("atexit 1"); }
static void second(void) { puts("atexit 2"); atexit(first); }
static void with_code(int code, void *text) { printf("on_exit %d %s\n", code, (char *)text); }

__attribute__((constructor)) static void begin(void) { puts("constructor"); atexit(first); }
__attribute__((constructor(200))) static void earlier(void) { puts("constructor 200"); }
__attribute__((constructor(101))) static void earliest(void) { puts("constructor 101"); }
__attribute__((destructor)) static void end(void) { puts("destructor"); }
__attribute__((destructor(101))) static void last(void) { puts("destructor 101"); }

int main(void) {
    puts("main");
    atexit(second);
    on_exit(with_code, "text");
    exit(9);
}
