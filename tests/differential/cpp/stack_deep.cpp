// differential: A hundred thousand calls deep, by a recursive lambda and a graph walked in depth.
// exit: 0
// stdout: "100000 5000050000\n"
#include <bits/stdc++.h>

static std::vector<std::vector<int>> graph;
static std::vector<int> depth;
static void walk(int node, int level) {
    depth[node] = level;
    for (int next : graph[node])
        if (!depth[next]) walk(next, level + 1);
}

int main() {
    const int n = 100000;
    graph.resize(n), depth.resize(n);
    for (int i = 0; i + 1 < n; ++i) graph[i].push_back(i + 1);
    walk(0, 1);
    std::function<long(int)> sum = [&](int i) -> long { return i ? i + sum(i - 1) : 0; };
    std::cout << depth.back() << ' ' << sum(n) << '\n';
}
