// differential: The same header many times, in both spellings.
// exit: 0
// stdout: "12 0\n"
#include <bits/stdc++.h>
#include <iostream>
#include <bits/stdc++.h>
#include "bits/stdc++.h"
#include <iostream>
#include "iostream"

int main() {
    std::cout << __LINE__ << ' ' << __COUNTER__ << '\n';
}
