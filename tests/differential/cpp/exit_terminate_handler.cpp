// differential: A handler of the program's own ends it after looking at the exception.
// exit: 9
// stdout: "terminated by logic 0\n"
#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>

static void handler() {
    try {
        std::rethrow_exception(std::current_exception());
    } catch (const std::exception& error) {
        std::cout << "terminated by " << error.what() << ' ' << std::uncaught_exceptions() << std::endl;
    }
    std::_Exit(9);
}

int main() {
    std::set_terminate(handler);
    throw std::logic_error("logic");
}
