// differential: Packing before a header of the library stays out of the program's own types.
// exit: 0
// stdout: "9 16 1\n"
#pragma pack(push, 1)
struct packed {
    char letter;
    long number;
};
#pragma pack(pop)
#include <stdio.h>
#include <sys/stat.h>

struct plain {
    char letter;
    long number;
};

int main(void) {
    printf("%zu %zu %d\n", sizeof(struct packed), sizeof(struct plain), sizeof(struct stat) > 100);
}
