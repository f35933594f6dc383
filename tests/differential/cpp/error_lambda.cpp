// differential: Lambdas that take what they may not have.
#include <functional>
#include <iostream>
#include <string>

int main() {
    int local = 3;
    auto none = [] { return local; };
    auto fixed = [local] { local++; };
    std::function<int(int)> function = [](std::string text) { return text; };
    auto both = [=, local] { return 1; };
    int (*pointer)() = [&] { return local; };
    std::cout << none(1) << fixed() << function(2);
}
