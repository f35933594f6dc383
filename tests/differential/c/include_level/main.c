// differential: __INCLUDE_LEVEL__, __FILE__ and __BASE_FILE__ in the main file and below it.
// exit: 0
// stdout: "0 main.c main.c\n1 one.h main.c\n2 folder/two.h main.c\n"
#include "one.h"
#include <stdio.h>

int main(void) {
    printf("%d %s %s\n", __INCLUDE_LEVEL__, __FILE__, __BASE_FILE__);
    printf("%d %s %s\n", level_one, file_one, base_one);
    printf("%d %s %s\n", level_two, file_two, __FILE_NAME__);
}
