// differential: Names that the linker misses: functions, methods, static members, virtual tables, the library's.
#include <iostream>

struct Shape { static int count; void draw(); virtual ~Shape(); };
int missing(const std::string& text);
extern "C" int plain_missing();
template <class T> T declared_only(T);

int main() {
    Shape shape;
    shape.draw();
    std::cout << missing("x") << plain_missing() << Shape::count << declared_only(3);
}
