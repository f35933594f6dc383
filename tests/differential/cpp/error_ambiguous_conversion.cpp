// differential: Conversions that go two ways, and bases that are there twice.
#include <iostream>

struct A { int x; operator int() const; operator double() const; };
struct B1 : A {}; struct B2 : A {}; struct C : B1, B2 {};
struct From { From(int); From(double); };
struct To { explicit To(int); };

int main() {
    A a;
    std::cout << a << a + 1;
    C c;
    c.x = 3;
    A& base = c;
    To to = 5;
    From from("x");
    long l = a;
    switch (a) {}
}
