// differential: Static assertions, in the program and by array sizes.
#include <assert.h>
#include <stddef.h>

struct record {
    char letter;
    int number;
};

static_assert(sizeof(struct record) == 5, "the record has a hole");
_Static_assert(offsetof(struct record, number) == 4, "this one holds");
typedef char wrong[sizeof(int) == 8 ? 1 : -1];

int main(int argc, char **argv) {
    static_assert(argc, "not constant");
}
