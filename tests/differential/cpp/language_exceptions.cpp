// differential: Exceptions nested, rethrown, in the body of a constructor, and the order of unwinding.
// exit: 0
// stdout: "~outer 1 0outer 1inner ~first 1 caught 5 again 5\nstill derived\nstd::bad_cast\n"
#include <exception>
#include <iostream>
#include <stdexcept>

struct Said { const char* name; ~Said() { std::cout << '~' << name << ' ' << std::uncaught_exceptions() << ' '; } };
struct Member { Said first{"first"}; Said second; Member() try : second{(throw 5, "second")} {} catch (int n) { std::cout << "caught " << n << ' '; } };

static void outer() {
    Said said{"outer"};
    try {
        throw std::invalid_argument("inner");
    } catch (...) {
        std::throw_with_nested(std::runtime_error("outer"));
    }
}
static void print(const std::exception& error, int level = 0) {
    std::cout << level << error.what() << ' ';
    try { std::rethrow_if_nested(error); } catch (const std::exception& inner) { print(inner, level + 1); }
}

int main() {
    try { outer(); } catch (const std::exception& error) { print(error); }
    try { Member member; } catch (int n) { std::cout << "again " << n << '\n'; }
    try { try { throw std::out_of_range("base"); } catch (std::logic_error& error) { throw; } } catch (std::out_of_range&) { std::cout << "still derived\n"; }
    try { dynamic_cast<std::ostream&>(static_cast<std::ios&>(std::cin)); } catch (const std::bad_cast& error) { std::cout << error.what() << '\n'; }
}
