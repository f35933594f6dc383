// differential: Descriptors, limits, folder, mask and signals at the start, through C++.
// exit: 0
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

int main() {
    namespace fs = std::filesystem;
    std::set<std::string> descriptors;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) descriptors.insert(entry.path().filename());
    std::cout << descriptors.size() << ' ' << *descriptors.begin() << *descriptors.rbegin() << ' ' << fs::current_path() << '\n';
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(".")) files.insert(entry.path());
    for (const auto& file : files) std::cout << file << ' ';
    rlimit limit{};
    getrlimit(RLIMIT_STACK, &limit);
    sigset_t mask;
    sigprocmask(SIG_BLOCK, nullptr, &mask);
    std::cout << (limit.rlim_cur >> 20) << ' ' << sigisemptyset(&mask) << ' ' << umask(0) << ' ' << (getsid(0) == getpid()) << isatty(0) << '\n';
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("Threads", 0) == 0 || line.rfind("Sig", 0) == 0 || line.rfind("Name", 0) == 0) std::cout << line << '\n';
}
