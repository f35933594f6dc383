// differential: Exceptions of other types, each in a child of its own; what they say goes to stderr.
// exit: 0
// stdout: "6 6 6 6 6 6 \n"
#include <iostream>
#include <new>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

struct Own { virtual ~Own() = default; };
struct OwnError : std::runtime_error { using std::runtime_error::runtime_error; };

int main() {
    for (int kind = 0; kind < 6; ++kind) {
        if (fork() == 0) switch (kind) {
            case 0: throw 5;
            case 1: throw "text";
            case 2: throw Own();
            case 3: throw OwnError("own ☃");
            case 4: throw std::string("a string");
            default: throw std::bad_alloc();
        }
        int status;
        wait(&status);
        std::cout << WTERMSIG(status) << ' ';
    }
    std::cout << '\n';
}
