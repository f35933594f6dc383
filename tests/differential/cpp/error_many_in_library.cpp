// differential: Many errors from inside the library, from one wrong type used in many ways.
#include <bits/stdc++.h>

struct Odd { Odd(int); Odd(const Odd&) = delete; };

int main() {
    std::vector<Odd> v(3);
    v.resize(5);
    v.push_back(1);
    std::sort(v.begin(), v.end());
    std::map<Odd, Odd> m;
    m[1] = 2;
    std::set<Odd> s{1, 2};
    std::reverse(v.begin(), v.end());
    std::cout << v.front() << *std::max_element(v.begin(), v.end());
}
