// differential: Atomic types of all sizes, exchanged and fenced.
// exit: 0
// stdout: "4 1 3 4 1 0 6\n1 2\n"
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>

struct small { short a, b; };

int main(void) {
    atomic_uchar byte = 250;
    atomic_fetch_add(&byte, 10);
    _Atomic struct small pair = {1, 2};
    struct small expected = {1, 2}, wanted = {3, 4};
    bool swapped = atomic_compare_exchange_strong(&pair, &expected, wanted);
    struct small now = atomic_load(&pair);
    atomic_flag flag = ATOMIC_FLAG_INIT;
    _Atomic long number = 3;
    number *= 2;
    printf("%d %d %d %d %d %d %ld\n", byte, swapped, now.a, now.b, atomic_flag_test_and_set(&flag), atomic_flag_test_and_set(&flag), number);
    atomic_thread_fence(memory_order_seq_cst);
    printf("%d %d\n", atomic_is_lock_free(&byte), ATOMIC_LLONG_LOCK_FREE);
}
