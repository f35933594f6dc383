// differential: Which names and macros <iostream> brings along, and which need their own header.
// exit: 0
#include <iostream>

#define SHOW(name) std::cout << #name " " << defined_##name << '\n'
#ifdef _GLIBCXX_VECTOR
constexpr bool vector_there = true;
#else
constexpr bool vector_there = false;
#endif
#ifdef _GLIBCXX_ALGORITHM
constexpr bool algorithm_there = true;
#else
constexpr bool algorithm_there = false;
#endif
#ifdef _GLIBCXX_STRING
constexpr bool string_there = true;
#else
constexpr bool string_there = false;
#endif
#ifdef INT_MAX
constexpr bool limits_there = true;
#else
constexpr bool limits_there = false;
#endif
#ifdef EOF
constexpr bool eof_there = true;
#else
constexpr bool eof_there = false;
#endif
#ifdef assert
constexpr bool assert_there = true;
#else
constexpr bool assert_there = false;
#endif
#ifdef __cpp_lib_string_view
constexpr bool view_there = true;
#else
constexpr bool view_there = false;
#endif

int main() {
    std::cout << vector_there << algorithm_there << string_there << limits_there << eof_there << assert_there << view_there << '\n';
    std::cout << __cpp_structured_bindings << ' ' << __GNUC__ << ' ' << __cplusplus << '\n';
}
