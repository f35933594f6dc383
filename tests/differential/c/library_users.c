// differential: Users, hosts and names of the machine as the program finds them.
// exit: 0
#include <netdb.h>
#include <pwd.h>
#include <stdio.h>
#include <sys/utsname.h>
#include <unistd.h>

int main(void) {
    struct passwd *user = getpwuid(getuid());
    printf("%s %s\n", user ? user->pw_name : "nobody knows", user ? user->pw_dir : "-");
    struct utsname name;
    char host[65];
    uname(&name);
    printf("%s %s %d\n", name.sysname, name.nodename, gethostname(host, sizeof host));
    struct addrinfo *found = NULL, wanted = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    int error = getaddrinfo("localhost", "80", &wanted, &found);
    printf("%d %s\n", error, error ? gai_strerror(error) : "found");
    printf("%s\n", gai_strerror(getaddrinfo("no.such.host.example", NULL, &wanted, &found)));
    printf("%ld %ld %ld\n", sysconf(_SC_PAGESIZE), sysconf(_SC_OPEN_MAX), sysconf(_SC_ARG_MAX));
}
