// differential: Threads, mutexes, conditions, locals, atomics, calls that happen once.
// exit: 0
// stdout: "once\n0 1 2 3 4 5 6 7 4004000 11\n"
#include <atomic>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>
#include <vector>

static thread_local int local = 1;
static std::atomic<long> total{0};
static std::once_flag once;

int main() {
    std::mutex mutex;
    std::condition_variable changed;
    int turn = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            std::call_once(once, [] { std::cout << "once\n"; });
            for (int k = 0; k < 1000; ++k) total += local++;
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return turn == i; });
            std::cout << i << ' ';
            ++turn;
            changed.notify_all();
        });
    for (auto& thread : threads) thread.join();
    std::cout << total << ' ' << local << (std::thread().get_id() == std::thread::id()) << '\n';
}
