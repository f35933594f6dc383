// differential: No header at all.
// exit: 0
// stdout: "no header\n42\n"
extern "C" int puts(const char*);
extern "C" int printf(const char*, ...);

template <class T> struct Twice { static constexpr T of(T x) { return x + x; } };

int main() {
    puts("no header");
    printf("%d\n", Twice<int>::of(21));
}
