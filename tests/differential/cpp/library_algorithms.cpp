// differential: Algorithms, on iterators of all sorts.
// exit: 0
// stdout: "3 6 9 1 2 4 5 7 8 10 5 3628800\nmprutee2 125\n55115\n"
#include <algorithm>
#include <functional>
#include <iostream>
#include <iterator>
#include <numeric>
#include <string>
#include <vector>

int main() {
    std::vector<int> v(10);
    std::iota(v.begin(), v.end(), 1);
    std::stable_partition(v.begin(), v.end(), [](int x) { return x % 3 == 0; });
    std::copy(v.begin(), v.end(), std::ostream_iterator<int>(std::cout, " "));
    std::nth_element(v.begin(), v.begin() + 4, v.end());
    std::cout << v[4] << ' ' << std::accumulate(v.begin(), v.end(), 1L, std::multiplies<>()) << '\n';
    std::string text = "permute";
    std::sort(text.begin(), text.end());
    std::next_permutation(text.begin(), text.end());
    std::rotate(text.begin(), text.begin() + 2, text.end());
    std::cout << text << std::count(text.begin(), text.end(), 'e') << ' ' << std::gcd(84, 36) << std::clamp(7, 1, 5) << '\n';
    std::inclusive_scan(v.begin(), v.end(), v.begin());
    std::cout << v.back() << std::binary_search(v.begin(), v.end(), v[3]) << *std::lower_bound(v.begin(), v.end(), 11) << '\n';
}
