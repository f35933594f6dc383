// differential: Options of the linker in C++: a wrapped function, whole-program optimisation, names for dlsym.
// flags: ["-Wl,--wrap=malloc", "-flto", "-rdynamic", "-O3"]
// exit: 0
// stdout: "19\n"
#include <cstdlib>
#include <dlfcn.h>
#include <iostream>

static int calls;
extern "C" void* __real_malloc(std::size_t size);
extern "C" void* __wrap_malloc(std::size_t size) { ++calls; return __real_malloc(size); }
extern "C" int found_by_name() { return 9; }

int main() {
    void* volatile memory = std::malloc(10);
    std::free(memory);
    auto function = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "found_by_name"));
    std::cout << calls << (function ? function() : -1) << '\n';
}
