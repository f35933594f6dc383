// differential: A key without an order, in a map.
#include <bits/stdc++.h>

struct Key { int a, b; };

int main() {
    std::map<Key, int> counts;
    counts[{1, 2}]++;
    std::unordered_set<Key> seen;
    seen.insert(Key{1, 2});
    std::cout << counts.size() << '\n';
}
