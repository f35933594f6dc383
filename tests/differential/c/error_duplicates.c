// differential: Things defined twice or in two ways, with notes of the first time.
#include <stdio.h>

struct s { int a; };
struct s { int b; };
enum e { ONE, TWO, ONE };
int f(int x) { return x; }
long f(int x) { return x; }
int g(int a, int a) { return a; }
static int h;
extern int h;
int h;
typedef int t;
typedef long t;
int puts;

int main(void) {
    int x;
    long x;
    switch (1) { case 1: case 1: default: default: ; }
again:
again:
    return 0;
}
int main(void) { return 1; }
