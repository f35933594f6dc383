// differential: #pragma once, by two names of the same file.
// exit: 0
// stdout: "42\n"
#include "once.h"
#include "folder/../once.h"
#include "folder/again.h"
#include <stdio.h>

int main(void) {
    printf("%d\n", number());
}
