// differential: Messages without the chain of macros and templates.
// flags: ["-ftrack-macro-expansion=0", "-ftemplate-backtrace-limit=1", "-fno-pretty-templates"]
#include <bits/stdc++.h>
#define ADD(x) (x) + nothing

int main() {
    std::list<int> list;
    std::sort(list.begin(), list.end());
    return ADD(1);
}
