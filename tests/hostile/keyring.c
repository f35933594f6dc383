// Puts a key where a later run or a neighbour of the same user would find it, and looks for one.
// row: I4
// stage: run | compile
// expect: ok | forbidden_call
// prints: done
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
    // Thread, process, session, user and user session keyring.
    for (int ring = -1; ring >= -5; ring--) {
        if (syscall(SYS_add_key, "user", "runyard-left-by-a-run", "x", 1, ring) >= 0) printf("BRE" "ACH: added to %d\n", ring);
        if (syscall(SYS_keyctl, 10, ring, "user", "runyard-left-by-a-run", 0) >= 0) printf("BRE" "ACH: found in %d\n", ring);
        if (syscall(SYS_keyctl, 0, ring, 1) >= 0) printf("BRE" "ACH: keyring %d\n", ring);
    }
    if (syscall(SYS_request_key, "user", "runyard-left-by-a-run", "", -3) >= 0) puts("BRE" "ACH: requested");
    if (syscall(SYS_keyctl, 1, "runyard-ring") >= 0) puts("BRE" "ACH: joined a session");
    FILE *keys = fopen("/proc/keys", "r");
    if (keys && fgetc(keys) != EOF) puts("BRE" "ACH: a list of keys");
    puts("done");
}
