// differential: A method of an object that is not there.
// signal: SIGSEGV
// stdout: "before\n"
#include <iostream>

struct Node { int value; Node* next; };

int main() {
    Node node{1, nullptr};
    Node* volatile here = &node;
    std::cout << "before" << std::endl;
    here = here->next;
    return here->value;
}
