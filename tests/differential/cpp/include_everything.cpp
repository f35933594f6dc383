// differential: The header that includes all the others, alone.
// exit: 0
// stdout: "15 5\n"
#include <bits/stdc++.h>
using namespace std;

int main() {
    vector<int> v(5);
    iota(v.begin(), v.end(), 1);
    cout << accumulate(v.begin(), v.end(), 0) << ' ' << *max_element(v.begin(), v.end()) << endl;
}
