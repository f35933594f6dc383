// differential: One list of names, included three times with other meanings.
// exit: 0
// stdout: "RED=1\nGREEN=20\nBLUE=300\n301\n"
#include <stdio.h>

enum colour {
#define COLOUR(name, value) name = value,
#include "colours.def"
#undef COLOUR
    COLOURS
};

static const char *name_of(enum colour colour) {
    switch (colour) {
#define COLOUR(name, value) case name: return #name;
#include "colours.def"
#undef COLOUR
    default: return "?";
    }
}

int main(void) {
#define COLOUR(name, value) printf("%s=%d\n", name_of(name), name);
#include "colours.def"
    printf("%d\n", COLOURS);
}
