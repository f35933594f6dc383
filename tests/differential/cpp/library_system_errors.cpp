// differential: Error codes and categories.
// exit: 0
// stdout: "generic:2 No such file or directory Permission denied1\nInvalid argument generic:22\nwriting: Broken pipe\n"
#include <cerrno>
#include <iostream>
#include <system_error>
#include <thread>

int main() {
    std::error_code code(ENOENT, std::generic_category()), system(EACCES, std::system_category());
    std::cout << code << ' ' << code.message() << ' ' << system.message() << (code == std::errc::no_such_file_or_directory) << '\n';
    try { std::thread().join(); } catch (const std::system_error& error) { std::cout << error.what() << ' ' << error.code() << '\n'; }
    try { throw std::system_error(EPIPE, std::generic_category(), "writing"); } catch (const std::exception& error) { std::cout << error.what() << '\n'; }
}
