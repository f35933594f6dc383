// differential: Names that the linker does not find.
#include <stdio.h>

int missing_function(int);
extern int missing_variable;
static int declared_only(void);

static int caller(void) {
    return missing_function(1);
}

int main(void) {
    printf("%d %d %d\n", caller(), missing_variable, declared_only());
}
