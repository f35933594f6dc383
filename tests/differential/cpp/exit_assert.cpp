// differential: A failed assertion in a method of a template.
// signal: SIGABRT
// stdout: "3\n"
#include <cassert>
#include <iostream>
#include <vector>

template <class T> struct Stack {
    std::vector<T> values;
    T pop() {
        assert(!values.empty() && "nothing left");
        T value = values.back();
        values.pop_back();
        return value;
    }
};

int main() {
    Stack<int> stack{{3}};
    std::cout << stack.pop() << std::endl;
    stack.pop();
}
