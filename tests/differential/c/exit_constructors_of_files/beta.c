#include <stdio.h>

static void begin(int argc, char **argv) { printf("beta begins, %d argument\n", argc); }
static void before(void) { puts("preinit is not there in libraries"); }
__attribute__((section(".init_array"), used)) static void (*entry)(int, char **) = begin;
__attribute__((section(".preinit_array"), used)) static void (*earlier)(void) = before;
