// differential: Warnings about what functions do, which come in the order in which functions are compiled.
// exit: 1
#include <iostream>
#include <string>
#include <cstring>
#include <cstdlib>
using namespace std;
string h(const string& a) {
    string r = a;
    r.insert(0, "0");
    r.insert(r.begin(), 'k');
    r = "1";
    r = 'c';
    r += to_string(-3);
    char b[3];
    strcpy(b, "abcdef");
    return "a" + r + b;
}
string g(int n) {
    string s(n, 'a');
    s = "(" + s + ")";
    int x;
    if (n > 3) x = s.size();
    s = to_string(n) + s;
    s += char(x);
    return s;
}
int f(int n) {
    int a[3] = {1, 2, 3};
    int y;
    if (n) y = 2;
    return a[n & 1] + y;
}
int main() {
    string a;
    int q;
    cin >> a;
    if (a.empty()) exit(1);
    if (a.size()) q = 1;
    char c[2];
    sprintf(c, "%s", "hello");
    cout << c << g(stoi(a)) << h(a) << f(q);
}
