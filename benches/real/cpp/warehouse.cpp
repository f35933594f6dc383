// A warehouse: shelves in aisles, orders that arrive over a day, pickers who walk the shortest ways, and a report.
//
// Nothing in it is special. It reads like what people write for an exercise: classes, maps, a queue of events, a search
// for the shortest way, and text at the end.
#include <algorithm>
#include <array>
#include <climits>
#include <cstdint>
#include <deque>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <queue>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::uint32_t SEED = 271828;
constexpr int WIDTH = 90, HEIGHT = 60, PRODUCTS = 400, ORDERS = 4000, PICKERS = 40, MINUTES = 8 * 60;

// The same numbers on every machine.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : state(seed) {}

    int below(int limit) {
        state = state * 1664525u + 1013904223u;
        return static_cast<int>((state >> 8) % limit);
    }

private:
    std::uint32_t state;
};

struct Product {
    int number, place, price, stock;
    int sold = 0, missed = 0;

    std::string name() const { return "product " + std::to_string(number); }

    int take(int amount) {
        int taken = std::min(stock, amount);
        stock -= taken;
        sold += taken;
        missed += amount - taken;
        return taken;
    }
};

struct Order {
    int number, minute;
    std::map<int, int> lines;
    int started = 0, ended = 0, steps = 0;
    long long value = 0;

    int waited() const { return started - minute; }
};

class Warehouse {
public:
    explicit Warehouse(Chance& chance) : wall(WIDTH * HEIGHT, false) {
        for (int x = 3; x < WIDTH - 2; x += 3) {
            int gap = 2 + chance.below(HEIGHT - 4);
            for (int y = 2; y < HEIGHT - 2; ++y)
                if (y != gap) wall[y * WIDTH + x] = true;
        }
        for (int number = 0; number < PRODUCTS; ++number) {
            int place = free_place(chance), price = 100 + chance.below(9900), stock = 20 + chance.below(60);
            products.push_back({number, place, price, stock});
        }
    }

    // The nearest place next, and back to the desk: how many steps that are.
    int route(const std::vector<int>& places) {
        std::set<int> left(places.begin(), places.end());
        int here = desk, steps = 0;
        while (!left.empty()) {
            const auto& distance = distances(here);
            auto closer = [&](int a, int b) { return std::tie(distance[a], a) < std::tie(distance[b], b); };
            int nearest = *std::min_element(left.begin(), left.end(), closer);
            steps += distance[nearest];
            left.erase(nearest);
            here = nearest;
        }
        return steps + distances(here)[desk];
    }

    std::vector<Product> products;

private:
    int free_place(Chance& chance) const {
        for (;;) {
            int place = chance.below(WIDTH * HEIGHT);
            if (!wall[place] && place != desk) return place;
        }
    }

    template <typename Visit>
    void neighbours(int place, Visit visit) const {
        int x = place % WIDTH;
        if (x + 1 < WIDTH && !wall[place + 1]) visit(place + 1);
        if (x > 0 && !wall[place - 1]) visit(place - 1);
        if (place + WIDTH < WIDTH * HEIGHT && !wall[place + WIDTH]) visit(place + WIDTH);
        if (place >= WIDTH && !wall[place - WIDTH]) visit(place - WIDTH);
    }

    // Steps from one place to every other; walking along the outer wall is slower.
    const std::vector<int>& distances(int start) {
        auto known = ways.find(start);
        if (known != ways.end()) return known->second;
        std::vector<int> found(WIDTH * HEIGHT, INT_MAX);
        std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>> open;
        found[start] = 0;
        open.emplace(0, start);
        while (!open.empty()) {
            auto [steps, place] = open.top();
            open.pop();
            if (steps > found[place]) continue;
            neighbours(place, [&, steps = steps](int there) {
                int row = there / WIDTH;
                int further = steps + (row == 0 || row == HEIGHT - 1 ? 2 : 1);
                if (further < found[there]) {
                    found[there] = further;
                    open.emplace(further, there);
                }
            });
        }
        return ways.emplace(start, std::move(found)).first->second;
    }

    static constexpr int desk = 0;
    std::vector<bool> wall;
    std::unordered_map<int, std::vector<int>> ways;
};

std::vector<Order> make_orders(Chance& chance) {
    std::vector<Order> orders;
    for (int number = 0; number < ORDERS; ++number) {
        std::map<int, int> lines;
        for (int line = 1 + chance.below(9); line > 0; --line) {
            int product = chance.below(PRODUCTS);
            lines[product] += 1 + chance.below(4);
        }
        orders.push_back({number, chance.below(MINUTES), lines});
    }
    std::sort(orders.begin(), orders.end(), [](const Order& a, const Order& b) {
        return std::tie(a.minute, a.number) < std::tie(b.minute, b.number);
    });
    return orders;
}

enum class Kind { picker_is_free, order_arrives };

struct Event {
    int second;
    Kind kind;
    int number;

    bool operator>(const Event& other) const {
        return std::tie(second, kind, number) > std::tie(other.second, other.kind, other.number);
    }
};

// Who is free takes the order that waits longest.
std::array<int, PICKERS> run_day(Warehouse& warehouse, std::vector<Order>& orders) {
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
    for (std::size_t i = 0; i < orders.size(); ++i)
        events.push({orders[i].minute * 60, Kind::order_arrives, static_cast<int>(i)});
    std::deque<Order*> waiting;
    std::set<int> free;
    for (int picker = 0; picker < PICKERS; ++picker) free.insert(picker);
    std::array<int, PICKERS> busy{};
    while (!events.empty()) {
        auto [second, kind, number] = events.top();
        events.pop();
        if (kind == Kind::picker_is_free)
            free.insert(number);
        else
            waiting.push_back(&orders[number]);
        while (!waiting.empty() && !free.empty()) {
            Order& order = *waiting.front();
            waiting.pop_front();
            int picker = *free.begin();
            free.erase(free.begin());
            order.started = second / 60;
            std::vector<int> places;
            for (const auto& [product_number, amount] : order.lines) {
                Product& product = warehouse.products[product_number];
                int taken = product.take(amount);
                if (taken > 0) places.push_back(product.place);
                order.value += static_cast<long long>(taken) * product.price;
            }
            order.steps = warehouse.route(places);
            int end = second + 30 + 2 * order.steps + 5 * static_cast<int>(places.size());
            order.ended = end / 60;
            busy[picker] += end - second;
            events.push({end, Kind::picker_is_free, picker});
        }
    }
    return busy;
}

void report(const Warehouse& warehouse, const std::vector<Order>& orders, const std::array<int, PICKERS>& busy) {
    struct Hour {
        int orders = 0, waited = 0;
        long long value = 0;
    };
    std::map<int, Hour> hours;
    long long total = 0;
    int last = 0;
    for (const Order& order : orders) {
        Hour& hour = hours[order.minute / 60];
        hour.orders += 1;
        hour.waited += order.waited();
        hour.value += order.value;
        total += order.value;
        last = std::max(last, order.ended);
    }
    std::cout << "day " << SEED << "\nhour  orders       value    waited\n";
    for (const auto& [hour, sums] : hours)
        std::cout << std::setw(4) << hour << std::setw(8) << sums.orders << std::fixed << std::setprecision(2)
                  << std::setw(12) << sums.value / 100.0 << std::setw(10) << sums.waited << '\n';
    auto best = warehouse.products;
    std::stable_sort(best.begin(), best.end(), [](const Product& a, const Product& b) {
        return static_cast<long long>(a.sold) * a.price > static_cast<long long>(b.sold) * b.price;
    });
    for (int place = 0; place < 5; ++place)
        std::cout << "  " << best[place].name() << ": " << best[place].sold << " sold, " << best[place].stock
                  << " left, " << best[place].missed << " missed\n";
    for (int picker = 0; picker < PICKERS; picker += 10)
        std::cout << "picker " << picker << ": " << busy[picker] / 60 << " minutes\n";
    std::cout << total << " cents, last order ended in minute " << last << '\n';
}

}  // namespace

int main() {
    Chance chance(SEED);
    Warehouse warehouse(chance);
    auto orders = make_orders(chance);
    auto busy = run_day(warehouse, orders);
    report(warehouse, orders, busy);
}
