// differential: Clocks and durations; only what is sure is printed.
// exit: 0
// stdout: "1111\n181 -2 1\n2024-07-03 09:46:40 UTC 5 1\n"
#include <chrono>
#include <ctime>
#include <iostream>
#include <thread>
using namespace std::chrono;
using namespace std::chrono_literals;

int main() {
    auto start = steady_clock::now();
    std::this_thread::sleep_for(15ms);
    auto passed = steady_clock::now() - start;
    std::cout << (passed >= 15ms) << (passed < 5s) << steady_clock::is_steady << (system_clock::now().time_since_epoch() > 400000h) << '\n';
    std::cout << duration_cast<minutes>(3h + 90s).count() << ' ' << floor<seconds>(-1500ms).count() << ' ' << (1h).count() << '\n';
    std::time_t moment = 1720000000;
    char text[40];
    std::strftime(text, sizeof text, "%F %T %Z", std::localtime(&moment));
    std::cout << text << ' ' << system_clock::to_time_t(system_clock::time_point(5s)) << ' ' << (std::clock() < CLOCKS_PER_SEC) << '\n';
}
