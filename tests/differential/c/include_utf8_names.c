// differential: Names and texts beyond ASCII, in the source and by universal names.
// exit: 0
// stdout: "3 4 8 12\n2603 df ☃\n"
#include <stdio.h>
#include <uchar.h>

int größe = 3;

int main(void) {
    int \u0394x = 4;
    printf("%d %d %zu %zu\n", größe, Δx, sizeof "größe", sizeof u"größe");
    printf("%x %x %s\n", U'☃', L'ß', u8"\u2603");
}
