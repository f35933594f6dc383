// differential: A code from main, while objects end in their order.
// exit: 3
// stdout: "thread local\nlocal ends\nthread local ends\nlocal static ends\nglobal ends\n"
#include <iostream>

struct Said {
    const char* name;
    ~Said() { std::cout << name << " ends\n"; }
};
static Said global{"global"};
static Said& local_static() { static Said said{"local static"}; return said; }

int main() {
    local_static();
    thread_local Said per_thread{"thread local"};
    Said local{"local"};
    std::cout << per_thread.name << '\n';
    return 3;
}
