// differential: Copies, moves, elision, placement, temporaries and their order.
// exit: 0
// stdout: "DMC=~DCM~DM~M~D\nD1~\n~~~~~~"
#include <iostream>
#include <new>
#include <utility>
#include <vector>

struct Noisy {
    Noisy() { std::cout << 'D'; }
    Noisy(const Noisy&) { std::cout << 'C'; }
    Noisy(Noisy&&) noexcept { std::cout << 'M'; }
    Noisy& operator=(Noisy) { std::cout << '='; return *this; }
    ~Noisy() { std::cout << '~'; }
};
static Noisy make() { Noisy noisy; return noisy; }
static void* operator_new_calls;
void* operator new(std::size_t size, void** note) { return *note = ::operator new(size); }

int main() {
    Noisy a = make(), b = std::move(a);
    b = a;
    std::vector<Noisy> v(1);
    v.push_back(a);
    v.emplace_back();
    const Noisy& extended = make();
    (void)extended;
    std::cout << '\n';
    Noisy* placed = new (&operator_new_calls) Noisy;
    std::cout << (placed == operator_new_calls);
    delete placed;
    std::cout << '\n';
}
