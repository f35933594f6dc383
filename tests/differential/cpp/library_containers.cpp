// differential: Containers of all kinds, in orders that are fixed.
// exit: 0
// stdout: "0951b1322012\n133 126 119 112 105 98 91 0 7 14 21 28 35 42 49 56 63 70 77 84 29 42 917\n"
#include <bits/stdc++.h>
using namespace std;

int main() {
    deque<int> d{1, 2}; d.push_front(0);
    list<int> l{5, 4}; l.sort(); l.splice(l.begin(), list<int>{9});
    forward_list<int> f{3, 1}; f.reverse();
    multimap<int, char> m{{1, 'b'}, {1, 'a'}};
    priority_queue<int, vector<int>, greater<>> q; for (int x : {3, 1, 2}) q.push(x);
    bitset<8> b("10110");
    unordered_map<string, int> u{{"one", 1}}; u["two"] += 2;
    vector<bool> bits(5, true); bits[2] = false;
    valarray<int> a{1, 2, 3}; a *= 2;
    cout << d[0] << l.front() << l.back() << f.front() << m.begin()->second << q.top() << b.count() << u.at("two") << u.size() << bits[2] << a.sum() << '\n';
    unordered_set<int> s; for (int i = 0; i < 20; ++i) s.insert(i * 7);
    for (int x : s) cout << x << ' ';
    cout << s.bucket_count() << ' ' << hash<int>()(42) << ' ' << hash<string>()("fixed") % 1000 << '\n';
}
