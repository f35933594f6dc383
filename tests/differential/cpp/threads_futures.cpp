// differential: async, promises, packaged tasks, shared futures, and their errors.
// exit: 0
// stdout: "500500\ngiven\nstd::future_error: Broken promise future:4\n144 used\n"
#include <future>
#include <iostream>
#include <numeric>
#include <stdexcept>
#include <vector>

int main() {
    std::vector<int> v(1000);
    std::iota(v.begin(), v.end(), 1);
    auto half = std::async(std::launch::async, [&] { return std::accumulate(v.begin(), v.begin() + 500, 0); });
    auto lazy = std::async(std::launch::deferred, [&] { return std::accumulate(v.begin() + 500, v.end(), 0); });
    std::cout << half.get() + lazy.get() << '\n';
    std::promise<int> promise;
    auto failed = promise.get_future().share();
    std::thread([&] { promise.set_exception(std::make_exception_ptr(std::range_error("given"))); }).join();
    try { failed.get(); } catch (const std::range_error& error) { std::cout << error.what() << '\n'; }
    std::future<int> broken = std::promise<int>().get_future();
    try { broken.get(); } catch (const std::future_error& error) { std::cout << error.what() << ' ' << error.code() << '\n'; }
    std::packaged_task<int(int)> task([](int x) { return x * x; });
    auto result = task.get_future();
    task(12);
    std::cout << result.get() << (result.valid() ? " valid" : " used") << '\n';
}
