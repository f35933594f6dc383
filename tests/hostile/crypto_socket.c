// The first steps of overwriting cached pages of read-only files through the kernel's crypto sockets.
// row: K11
// stage: run | compile
// expect: ok | forbidden_call
#include <linux/if_alg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int main(void) {
    int made = socket(AF_ALG, SOCK_SEQPACKET, 0);
    struct sockaddr_alg address = {.salg_family = AF_ALG};
    strcpy((char *)address.salg_type, "aead");
    strcpy((char *)address.salg_name, "gcm(aes)");
    if (made >= 0) puts("BRE" "ACH: socket");
    if (bind(made, (struct sockaddr *)&address, sizeof address) == 0) puts("BRE" "ACH: bind");
    puts("done");
}
