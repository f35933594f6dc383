// differential: Switches over enumerations, and enumerations mixed up.
// exit: 0
// stdout: "7\n"
#include <stdio.h>

enum fruit { APPLE, PEAR, PLUM };
enum tree { OAK = 7 };

int main(void) {
    enum fruit fruit = PLUM;
    switch (fruit) {
    case APPLE: puts("apple"); break;
    case 9: puts("nine"); break;
    }
    if (fruit == OAK) puts("a tree");
    printf("%d\n", fruit == PLUM ? OAK : APPLE);
}
