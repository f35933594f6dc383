// differential: Types nobody completed.
#include <stdio.h>

struct later;
union other;
extern struct later global;

struct self { struct self inside; };

int main(void) {
    struct later x;
    struct later *p = 0;
    p->field = 1;
    p++;
    void nothing;
    int array[] ;
    FILE *file = stdin;
    printf("%zu %d\n", sizeof(struct later) + sizeof(union other), file->no_such_field);
}
