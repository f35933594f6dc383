// differential: Own names that "using namespace std" brings into question, and that still work.
// exit: 0
// stdout: "521-24673\n"
#include <iostream>
#include <vector>
using namespace std;

int count = 3;
namespace own { int max = 5; struct list { int size = 2; }; }
struct array { int x = 1; };
int swap(int a) { return -a; }

int main() {
    int data = 4, size = 6, move = 7;
    std::cout << own::max << own::list().size << ::array().x << swap(2) << data << size << move << ::count << '\n';
}
