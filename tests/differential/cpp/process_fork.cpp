// differential: A fork with text in the buffer of the stream, and pipes to the child.
// exit: 0
// stdout: "twice if not flushed; child got hello\nchild's code 6 3\n"
#include <array>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

int main() {
    std::cout << "twice if not flushed; " << std::flush;
    int ends[2];
    if (pipe(ends)) return 1;
    if (fork() == 0) {
        std::array<char, 20> text{};
        if (read(ends[0], text.data(), text.size()) < 0) _exit(1);
        std::cout << "child got " << text.data() << std::endl;
        return 6;
    }
    if (write(ends[1], "hello", 5) != 5) return 1;
    int status;
    wait(&status);
    std::cout << "child's code " << WEXITSTATUS(status) << ' ' << std::system("exit 3") / 256 << '\n';
}
