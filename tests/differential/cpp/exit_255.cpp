// differential: exit(-1) inside a function: locals do not end, globals do, the stream is flushed.
// exit: 255
// stdout: "text without end, global ends"
#include <iostream>
#include <cstdlib>

struct Said {
    const char* name;
    ~Said() { std::cout << name << " ends"; }
};
static Said global{"global"};

static void leave() {
    Said local{"local"};
    std::cout << "text without end, ";
    std::exit(-1);
}

int main() {
    leave();
}
