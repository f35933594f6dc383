// Many small objects that live for a short time, and a map that grows and shrinks: work for the allocator.
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

constexpr std::int64_t SEED = 271828;

struct Node {
    std::unique_ptr<Node> left, right;
    std::int64_t value;

    std::int64_t sum() const { return left ? value + left->sum() + right->sum() : value; }
};

std::unique_ptr<Node> tree(int depth, std::int64_t value) {
    auto node = std::make_unique<Node>();
    node->value = value;
    if (depth > 0) {
        node->left = tree(depth - 1, 2 * value);
        node->right = tree(depth - 1, 2 * value + 1);
    }
    return node;
}

// Adds and removes entries; every text in it is a new one.
std::pair<std::size_t, std::size_t> churn(std::uint32_t state, int rounds) {
    std::unordered_map<std::string, std::vector<std::pair<int, std::string>>> known;
    for (int turn = 0; turn < rounds; ++turn) {
        state = state * 1664525u + 1013904223u;
        std::string key = "key-" + std::to_string(state >> 18);
        auto found = known.find(key);
        if (found != known.end() && state & 256)
            known.erase(found);
        else
            known[key].emplace_back(turn, "the number of this turn is " + std::to_string(state));
    }
    std::size_t longest = 0;
    for (const auto& [key, list] : known) longest = std::max(longest, list.size());
    return {known.size(), longest};
}

int main() {
    auto kept = tree(16, SEED);
    for (int depth = 4; depth < 17; depth += 2) {
        int count = 1 << (18 - depth);
        std::int64_t total = 0;
        for (int turn = 0; turn < count; ++turn) total += tree(depth, turn + SEED)->sum();
        std::cout << count << " trees of depth " << depth << ": " << total << '\n';
    }
    std::cout << "the tree that was kept: " << kept->sum() << '\n';
    auto [entries, longest] = churn(SEED, 600000);
    std::cout << entries << " entries, the longest has " << longest << '\n';
}
