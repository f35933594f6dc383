// differential: Readers and writers, timed locks, two locks at once.
// exit: 0
// stdout: "2000 1 1\n"
#include <bits/stdc++.h>
using namespace std::chrono_literals;

int main() {
    std::shared_mutex shared;
    std::timed_mutex timed;
    std::mutex a, b;
    long value = 0, misses = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] { for (int k = 0; k < 500; ++k) { std::unique_lock lock(shared); ++value; } });
        threads.emplace_back([&] { for (int k = 0; k < 500; ++k) { std::shared_lock lock(shared); if (value < 0) std::abort(); } });
        threads.emplace_back([&, i] { for (int k = 0; k < 500; ++k) { if (i % 2) std::scoped_lock(a, b); else std::scoped_lock(b, a); } });
    }
    for (auto& thread : threads) thread.join();
    timed.lock();
    std::thread([&] { misses += !timed.try_lock_for(5ms); }).join();
    std::cout << value << ' ' << misses << ' ' << (std::thread::hardware_concurrency() > 0) << '\n';
}
