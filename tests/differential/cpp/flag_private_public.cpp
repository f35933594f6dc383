// differential: A keyword defined away on the command line.
// flags: ["-Dprivate=public", "-Dprotected=public"]
// exit: 0
// stdout: "61\n"
#include <iostream>
#include <vector>

int main() {
    std::cin._M_gcount = 6;
    std::vector<int> v{1, 2};
    v._M_impl._M_finish--;
    std::cout << std::cin.gcount() << v.size() << '\n';
}
