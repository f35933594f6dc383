// differential: Globals of several files are made in the order of the files.
// exit: 0
// stdout: "+main 1\n+a 2\n+b 3\nmain() 3\n-b\n-a\n-main\n"
#include <iostream>
#include "said.h"

static Said said("main");

int main() {
    std::cout << "main() " << Said::count << '\n';
}
