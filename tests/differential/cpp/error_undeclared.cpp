// differential: Names that are nearly right.
#include <iostream>
#include <string>

struct Person { std::string first_name; int age; };

int main() {
    Person person;
    std::cuot << person.fist_name << std::edl;
    std::cout << person.agee << prson.age;
    cout << "without std" << endl;
    std::strng text;
    text.lenght();
    std::cout.wirte("x", 1);
    retrun 0;
}
