// differential: Own names that are ambiguous because everything was included.
#include <bits/stdc++.h>
using namespace std;

int count = 0;
int data[10];
int prev, y1, hash;
struct function { };

int main() {
    count++;
    data[1] = 2;
    prev = hash;
    function f;
    cout << y1 << distance << '\n';
}
