// differential: Allocation replaced by the program: its own counts, and memory that runs out.
// exit: 0
// stdout: "0 1\nstd::bad_alloc 0\n1\n"
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <iostream>

static int allocations, handled;
void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = size > 1000000000 ? nullptr : std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main() {
    int before = allocations;
    std::string small(5, 'x'), large(100, 'x');
    std::printf("%d %d\n", before, allocations - before);
    std::set_new_handler([] { ++handled; std::set_new_handler(nullptr); });
    try { delete[] new char[2000000000]; } catch (const std::bad_alloc& error) { std::printf("%s %d\n", error.what(), handled); }
    std::printf("%d\n", new (std::nothrow) char[std::size_t(1) << 62] == nullptr);
}
