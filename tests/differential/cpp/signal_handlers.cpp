// differential: Signals handled by a lambda, ignored, and one that ends the program.
// signal: SIGTERM
// stdout: "1 20\n"
#include <csignal>
#include <iostream>

static volatile std::sig_atomic_t seen;

int main() {
    bool all_default = true;
    for (int number : {SIGINT, SIGTERM, SIGPIPE, SIGCHLD, SIGHUP, SIGUSR1}) all_default &= std::signal(number, SIG_DFL) == SIG_DFL;
    std::signal(SIGUSR1, [](int number) { seen = seen + number; });
    std::raise(SIGUSR1), std::raise(SIGUSR1);
    std::signal(SIGINT, SIG_IGN);
    std::raise(SIGINT);
    std::cout << all_default << ' ' << seen << std::endl;
    std::raise(SIGTERM);
}
