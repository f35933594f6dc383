// differential: Names that are not declared, with the nearest ones suggested.
#include <errno.h>
#include <stdio.h>

struct point {
    int width, height;
};
enum { SPEED_LIMIT = 4 };

int main(void) {
    struct point point = {1, 2};
    int counter = 0;
    printf("%d\n", conter);
    printf("%d\n", point.widht + point.hieght);
    prinft("%d\n", SPEED_LIMT);
    fprintf(stder, "%d\n", errno == ENOET);
    struct pint other;
    unsinged x;
    return retrun;
}
