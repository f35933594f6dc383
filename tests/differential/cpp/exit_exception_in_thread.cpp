// differential: An exception that leaves a thread.
// signal: SIGABRT
// stdout: "started\n"
#include <iostream>
#include <stdexcept>
#include <thread>

int main() {
    std::cout << "started" << std::endl;
    std::thread thread([] { throw std::out_of_range("in a thread"); });
    thread.join();
}
