// differential: _Generic without a fitting branch, atomics and alignment used wrongly.
#include <stdatomic.h>
#include <stdalign.h>
#include <stdio.h>

#define NAME(x) _Generic((x), int: "int", char *: "text")

int main(void) {
    puts(NAME(1.5f));
    puts(NAME("x"));
    puts(_Generic(1, int: 1, signed: 2));
    alignas(3) int odd;
    _Atomic int counter = 0;
    atomic_fetch_add(counter, 1);
    _Atomic(int[3]) list;
    _Thread_local int local;
    return _Alignof(int, 3);
}
