// differential: #error in an included file, after a warning, before everything else is looked at.
#include <stdio.h>
#include "wants.h"
#include "gone.h"

int main(void) {
    return undeclared;
}
