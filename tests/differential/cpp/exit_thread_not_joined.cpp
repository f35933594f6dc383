// differential: A thread that is destroyed while it may still run.
// signal: SIGABRT
// stdout: "leaving\n"
#include <chrono>
#include <iostream>
#include <thread>

int main() {
    std::thread thread([] { std::this_thread::sleep_for(std::chrono::seconds(3)); });
    std::cout << "leaving" << std::endl;
}
