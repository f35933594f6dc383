// Reads lines, writes them into files and reads those again, and prints a lot.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

constexpr int SEED = 271828;

int main() {
    const char* temporary = std::getenv("TMPDIR");
    std::filesystem::path folder = temporary ? temporary : "/tmp";
    folder /= "files-" + std::to_string(SEED);

    std::vector<std::string> lines;
    std::map<std::string, std::vector<std::pair<std::string, long>>> by_word;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream parts(line);
        std::string word, name;
        long number;
        parts >> word >> name >> number;
        by_word[word].emplace_back(name, number);
        lines.push_back(line);
    }

    std::filesystem::create_directory(folder);
    for (int turn = 0; turn < 100; ++turn) {
        for (const auto& [word, entries] : by_word) {
            std::ofstream file(folder / (word + "-" + std::to_string(turn) + ".txt"));
            for (std::size_t i = turn; i < entries.size(); i += 100)
                file << entries[i].first << ' ' << entries[i].second + SEED << '\n';
        }
    }

    long long total = 0;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path());
        std::string name;
        for (long number; file >> name >> number;) total += number;
        ++files;
    }
    std::filesystem::remove_all(folder);

    for (std::size_t turn = 0; turn < lines.size(); ++turn)
        std::cout << std::setw(6) << turn << ' ' << SEED << ' ' << lines[turn] << ' ' << lines[turn].size() << ' '
                  << std::string(turn % 20, '*') << '\n';
    std::cout << lines.size() << " lines, " << files << " files, total " << total << std::endl;
}
