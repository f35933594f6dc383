// differential: Shared, weak and unique pointers, polymorphic resources, alignment.
// exit: 0
// stdout: "12 ~Node ~Node 0\n1 full\n"
#include <cstdint>
#include <iostream>
#include <memory>
#include <memory_resource>
#include <string>
#include <vector>

struct alignas(64) Wide { char c; };
struct Node : std::enable_shared_from_this<Node> { std::weak_ptr<Node> parent; std::shared_ptr<Node> child; ~Node() { std::cout << "~Node "; } };

int main() {
    auto root = std::make_shared<Node>();
    root->child = std::make_shared<Node>();
    root->child->parent = root->weak_from_this();
    std::cout << root.use_count() << root->child->parent.lock().use_count() << ' ';
    root.reset();
    std::unique_ptr<Wide> wide(new Wide);
    std::cout << reinterpret_cast<std::uintptr_t>(wide.get()) % 64 << '\n';
    char buffer[1000];
    std::pmr::monotonic_buffer_resource resource(buffer, sizeof buffer, std::pmr::null_memory_resource());
    std::pmr::vector<std::pmr::string> words(&resource);
    words.emplace_back("long enough to be allocated somewhere");
    bool inside = (char*)words[0].data() >= buffer && (char*)words[0].data() < buffer + sizeof buffer;
    try { words.resize(1000); } catch (const std::bad_alloc&) { std::cout << inside << " full\n"; }
}
