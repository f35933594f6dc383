// differential: Conversions that lose something, null as a number, narrowing in braces.
// exit: 0
// stdout: "232100520\n"
#include <iostream>
#include <vector>

int main() {
    int number = 5;
    unsigned char small = 1000;
    float f = 1e50;
    int null = NULL;
    std::vector<int> v{1, 2};
    int shift = 1 << 40;
    bool b = 'x' + 1 == "y"[0] == 2;
    char list[]{number};
    std::cout << (int)small << (f > 1) << null << b << (int)list[0] << v.size() << (shift & 0) << '\n';
}
