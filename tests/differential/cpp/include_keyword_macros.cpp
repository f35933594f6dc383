// differential: Keywords and common names as macros after the headers, in a program that likes them short.
// exit: 0
// stdout: "1 2 3 8\n"
#include <bits/stdc++.h>
#define int long long
#define rep(i, n) for (int i = 0; i < (n); ++i)
#define all(x) (x).begin(), (x).end()
#define endl '\n'
using namespace std;

signed main() {
    vector<int> v{3, 1, 2};
    sort(all(v));
    rep(i, 3) cout << v[i] << ' ';
    cout << sizeof(int) << endl;
}
