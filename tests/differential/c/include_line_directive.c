// differential: #line changes __LINE__, __FILE__ and what the compiler says.
// exit: 0
// stdout: "invented.y:701 main.c\nother.y:12\n"
#include <stdio.h>

int main(void) {
#line 700 "invented.y"
    int unused;
    printf("%s:%d %s\n", __FILE__, __LINE__, __BASE_FILE__);
# 12 "other.y" 1
    printf("%s:%d\n", __FILE__, __LINE__);
}
