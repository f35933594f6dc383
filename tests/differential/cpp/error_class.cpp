// differential: Access, abstract classes, overrides that do not override, missing constructors.
#include <iostream>

class Closed { int secret; void hidden(); public: Closed(int); };
struct Abstract { virtual void f() = 0; virtual ~Abstract() = default; };
struct Wrong : Abstract { void f(int) override; void g() final; };
struct Last final { };
struct More : Last { };

int main() {
    Closed closed;
    closed.secret = 1;
    closed.hidden();
    Abstract abstract;
    Wrong wrong;
    Closed copy = "text";
    this->x;
    std::cout << closed << Closed::secret;
}
