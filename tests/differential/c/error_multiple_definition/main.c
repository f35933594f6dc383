// differential: Two files define the same names.
#include <stdio.h>

int shared(void) { return 1; }
int number = 2;
int tentative;

int main(void) {
    printf("%d %d %d\n", shared(), number, tentative);
}
