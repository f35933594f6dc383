// differential: Literals that are wrong.
#include <iostream>
#include <string>

int main() {
    using namespace std::string_literals;
    auto a = 123abc;
    auto b = 0b102;
    auto c = 1'';
    auto d = "text"_unknown;
    auto e = u8'ß';
    auto f = 0x1.8;
    auto g = 09;
    auto h = 99999999999999999999999;
    std::cout << "open;
    std::cout << R"too_long_a_delimiter(x)too_long_a_delimiter";
}
