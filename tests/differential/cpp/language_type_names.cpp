// differential: Names of types, as the compiler writes them.
// exit: 0
#include <cxxabi.h>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <typeinfo>
#include <typeindex>

struct Base { virtual ~Base() = default; };
namespace { struct Hidden : Base {}; }

template <class T> const char* here() { return __PRETTY_FUNCTION__; }
static std::string clear(const std::type_info& type) {
    int status;
    std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
    return name.get();
}

int main() {
    Hidden hidden;
    Base& base = hidden;
    auto lambda = [] {};
    std::cout << typeid(int).name() << ' ' << typeid(base).name() << ' ' << clear(typeid(std::map<std::string, Base*>)) << '\n';
    std::cout << clear(typeid(lambda)) << ' ' << (std::type_index(typeid(base)) == typeid(Hidden)) << '\n';
    std::cout << here<std::string>() << ' ' << __func__ << '\n';
}
