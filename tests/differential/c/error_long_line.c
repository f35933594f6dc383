// differential: An error far to the right of a long line.
#include <stdio.h>

int main(void) {
    printf("%d %d %d %d %d %d %d %d %d %d %d %d\n", 1111111111, 1111111112, 1111111113, 1111111114, 1111111115, 1111111116, 1111111117, 1111111118, 1111111119, misspelled, 1111111121, 1111111122);
}
