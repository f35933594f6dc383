// The compiler itself runs out of memory.
// row: R7
// expect: compile_error | memory_limit
// limits: {"compile_memory_bytes": 67108864, "compile_wall_time_ms": 20000}
#include <algorithm>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <regex>
#include <string>
template <int depth> struct Wide { std::map<int, Wide<depth - 1>> left; std::map<long, Wide<depth - 2>> right; };
template <> struct Wide<1> {};
template <> struct Wide<0> {};
int main() {
    Wide<200> wide;
    std::cout << sizeof wide << std::regex_match("a", std::regex("a"));
}
