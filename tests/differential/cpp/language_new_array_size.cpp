// differential: Sizes of arrays that cannot be.
// exit: 0
// stdout: "std::bad_array_new_length\ncannot create std::vector larger than max_size()\nbasic_string::_M_replace_aux\nbasic_string::substr: __pos (which is 7) > this->size() (which is 3)\n"
#include <iostream>
#include <new>
#include <vector>

int main() {
    volatile long n = -1;
    try { delete[] new int[n]; } catch (const std::bad_array_new_length& error) { std::cout << error.what() << '\n'; }
    try { std::vector<int> v(n); } catch (const std::exception& error) { std::cout << error.what() << '\n'; }
    try { std::string text("x"); text.resize(n); } catch (const std::length_error& error) { std::cout << error.what() << '\n'; }
    try { std::string text("abc"); text.substr(7); } catch (const std::out_of_range& error) { std::cout << error.what() << '\n'; }
}
