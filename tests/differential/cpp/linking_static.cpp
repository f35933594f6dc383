// differential: A static program with streams, exceptions and threads.
// flags: ["-static", "-s"]
// exit: 0
// stdout: "static5\n"
#include <bits/stdc++.h>

int main() {
    int n = 0;
    std::thread([&] { n = 5; }).join();
    try { throw std::runtime_error("static"); } catch (const std::exception& error) { std::cout << error.what() << n << '\n'; }
}
