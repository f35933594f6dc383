// differential: Files and folders by <filesystem>, in the work folder and /tmp.
// exit: 0
// stdout: "one/file.txt one/link one/two one/two/copy.txt 51 Directory not empty 5\nfilesystem error: cannot get file size: No such file or directory [none]\n\"/tmp\"\"/work\"\".gz\"\n"
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
namespace fs = std::filesystem;

int main() {
    fs::create_directories("one/two");
    std::ofstream("one/file.txt") << "12345";
    fs::copy_file("one/file.txt", "one/two/copy.txt");
    fs::create_symlink("file.txt", "one/link");
    std::set<std::string> seen;
    for (const auto& entry : fs::recursive_directory_iterator("one")) seen.insert(entry.path().generic_string());
    for (const auto& path : seen) std::cout << path << ' ';
    std::error_code error;
    fs::remove("one", error);
    std::cout << fs::file_size("one/two/copy.txt") << fs::is_symlink("one/link") << ' ' << error.message() << ' ' << fs::remove_all("one") << '\n';
    try { fs::file_size("none"); } catch (const fs::filesystem_error& failed) { std::cout << failed.what() << '\n'; }
    std::cout << fs::temp_directory_path() << fs::current_path() << fs::path("/a/../b.tar.gz").lexically_normal().extension() << '\n';
}
