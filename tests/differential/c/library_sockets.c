// differential: Sockets in pairs, over loopback and to elsewhere.
// exit: 0
// stdout: "3 4\n0 0 0 5 hello\n-1 Connection refused\n"
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    int pair[2];
    char text[20] = "";
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair)) return 1;
    if (write(pair[0], "one", 3) + write(pair[0], "two!", 4) != 7) return 2;
    ssize_t first = read(pair[1], text, 20), second = read(pair[1], text, 20);
    printf("%zd %zd\n", first, second);
    int server = socket(AF_INET, SOCK_STREAM, 0), client = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof place;
    int bound = bind(server, (struct sockaddr *)&place, size), listening = listen(server, 1);
    getsockname(server, (struct sockaddr *)&place, &size);
    int connected = connect(client, (struct sockaddr *)&place, size);
    int accepted = accept(server, NULL, NULL);
    memset(text, 0, sizeof text);
    if (send(accepted, "hello", 5, 0) != 5 || shutdown(accepted, SHUT_WR)) return 3;
    ssize_t got = recv(client, text, 20, MSG_WAITALL);
    printf("%d %d %d %zd %s\n", bound, listening, connected, got, text);
    close(server);
    int refused = socket(AF_INET, SOCK_STREAM, 0);
    int result = connect(refused, (struct sockaddr *)&place, size);
    printf("%d %s\n", result, strerror(errno));
}
