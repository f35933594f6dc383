#include <vector>
inline int one(int x) {
    std::vector<int> v(x);
    int unused;
    return v.size() == x ? 1 : 0;
}
