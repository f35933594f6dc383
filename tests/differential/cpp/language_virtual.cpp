// differential: Virtual bases, casts across, calls in constructors, covariant results.
// exit: 0
// stdout: "Root left both\nboth711\n7both\nroot "
#include <iostream>

struct Root { int n = 1; Root() { std::cout << "Root "; } virtual const char* name() const { return "root"; } virtual Root* self() { return this; } virtual ~Root() { std::cout << name() << ' '; } };
struct Left : virtual Root { Left() { std::cout << name() << ' '; } const char* name() const override { return "left"; } };
struct Right : virtual Root { Right* self() override { return this; } };
struct Both final : Left, Right { Both() { std::cout << name() << '\n'; n = 7; } const char* name() const override { return "both"; } Both* self() override { return this; } };

int main() {
    Both both;
    Left& left = both;
    Right* right = dynamic_cast<Right*>(&left);
    std::cout << right->self()->name() << right->n << (dynamic_cast<void*>(right) == &both) << (sizeof(Both) > 2 * sizeof(void*)) << '\n';
    int Root::* member = &Root::n;
    const char* (Root::*method)() const = &Root::name;
    std::cout << both.*member << (both.*method)() << '\n';
}
