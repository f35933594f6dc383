// differential: The same with all headers: more candidates, in the same order.
#include <bits/stdc++.h>
using namespace std;

int main() {
    vector<int> v{1, 2};
    cout << v << endl;
}
