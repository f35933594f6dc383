// differential: Messages of two files in the order they are compiled.
#include <stdio.h>
#include "shared.h"

int main(void) {
    return one_wrong;
}
