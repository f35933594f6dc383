// differential: Streams of C++ and of C in turn, which share one buffer.
// stdin: "1 2 3 4 line\nword rest"
// exit: 0
// stdout: "1234 line\nword r\n1\n"
#include <cstdio>
#include <iostream>
#include <string>

int main() {
    int a, b, c, d;
    char line[20], word[20];
    std::cin >> a;
    if (std::scanf("%d", &b) != 1) return 1;
    std::cin >> c;
    if (std::scanf("%d", &d) != 1 || !std::fgets(line, sizeof line, stdin)) return 2;
    std::cin >> word;
    std::cout << a << b << c << d << line << word << (char)std::getchar() << (char)std::cin.get() << '\n';
    std::printf("%d\n", std::cin.rdbuf()->in_avail() >= 0);
}
