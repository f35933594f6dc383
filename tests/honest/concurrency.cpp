// expect: ok
// prints: 4950 3 files 1000003
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <numeric>
#include <thread>
#include <unordered_map>
#include <vector>

int main() {
    std::vector<std::future<int>> parts;
    for (int part = 0; part < 4; ++part)
        parts.push_back(std::async(std::launch::async, [part] {
            std::vector<int> numbers(25);
            std::iota(numbers.begin(), numbers.end(), part * 25);
            return std::accumulate(numbers.begin(), numbers.end(), 0);
        }));
    int total = 0;
    for (auto& part : parts) total += part.get();
    namespace fs = std::filesystem;
    fs::create_directories("folder/inner");
    for (auto name : {"a", "b", "inner/c"}) std::ofstream(fs::path("folder") / name) << name;
    int files = 0;
    for (auto& entry : fs::recursive_directory_iterator("folder")) files += entry.is_regular_file();
    std::unordered_map<int, int> many;
    for (int i = 0; i < 200000; ++i) many[i * 5 % 1000003] = i;
    std::cout << total << ' ' << files << " files " << 1000003 << '\n';
}
