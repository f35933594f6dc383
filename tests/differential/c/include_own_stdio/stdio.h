#include_next <stdio.h>
#ifndef OWN_STDIO
#define OWN_STDIO 7
static inline void say(const char *what) { printf("said: %s\n", what); }
#endif
