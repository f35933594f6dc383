// differential: The compiler knows the header that is missing, and says where it belongs.
#include <iostream>

int main() {
    std::vector<int> v;
    std::map<int, int> m;
    std::thread t;
    std::ostringstream out;
    std::cout << std::setprecision(3) << std::sqrt(2.0) << INT_MAX << strlen("x");
    std::regex expression("x");
    std::filesystem::path path;
    std::span<int> later;
    uint8_t byte;
}
