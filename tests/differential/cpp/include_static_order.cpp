// differential: A global that is constructed before the header's own object makes the streams ready itself.
// exit: 0
// stdout: "constructed\nmain\ndestroyed\n"
#include <ostream>
struct Early { std::ios_base::Init streams; Early(); ~Early(); };
static Early early;
#include <iostream>
Early::Early() { std::cout << "constructed\n"; }
Early::~Early() { std::cout << "destroyed\n"; }

int main() {
    std::cout << "main\n";
}
