// differential: A signal of the user's without a handler.
// signal: SIGUSR2
// stdout: ""
#include <signal.h>
#include <unistd.h>

int main(void) {
    kill(getpid(), SIGUSR2);
    pause();
    return 1;
}
