// differential: The same without the escapes that a newer standard has.
// exit: 0
// stdout: "5☃☃6\n"
#include <bits/stdc++.h>

int main() {
    std::wstring wide = L"größe";
    std::string Δ = "\u2603\xe2\x98\x83";
    std::cout << wide.size() << Δ << Δ.size() << '\n';
}
