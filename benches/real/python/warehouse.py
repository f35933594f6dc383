"""A warehouse: shelves in aisles, orders that arrive over a day, pickers who walk the shortest ways, and a report.

Nothing in it is special. It reads like what people write for an exercise: classes, dictionaries, a queue of events, a search
for the shortest way, and text at the end.
"""

import heapq
from collections import defaultdict

SEED = 271828
WIDTH, HEIGHT = 36, 22
PRODUCTS = 100
ORDERS = 260
PICKERS = 4
MINUTES = 8 * 60


class Chance:
    """The same numbers on every machine."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1_664_525 + 1_013_904_223) % 4_294_967_296
        return (self.state >> 8) % limit


class Product:
    def __init__(self, number, place, price, stock):
        self.number = number
        self.name = f"product {number:03}"
        self.place = place
        self.price = price
        self.stock = stock
        self.sold = 0
        self.missed = 0

    def take(self, amount):
        taken = min(self.stock, amount)
        self.stock -= taken
        self.sold += taken
        self.missed += amount - taken
        return taken


class Order:
    def __init__(self, number, minute, lines):
        self.number = number
        self.minute = minute
        self.lines = lines
        self.started = None
        self.ended = None
        self.value = 0
        self.steps = 0

    def waited(self):
        return self.started - self.minute


class Warehouse:
    def __init__(self, chance):
        self.walls = set()
        for x in range(3, WIDTH - 2, 3):
            gap = 2 + chance.below(HEIGHT - 4)
            for y in range(2, HEIGHT - 2):
                if y != gap:
                    self.walls.add((x, y))
        self.desk = (0, 0)
        self.products = []
        for number in range(PRODUCTS):
            place = self.free_place(chance)
            self.products.append(Product(number, place, 100 + chance.below(9900), 20 + chance.below(60)))
        self.ways = {}

    def free_place(self, chance):
        while True:
            place = (chance.below(WIDTH), chance.below(HEIGHT))
            if place not in self.walls and place != self.desk:
                return place

    def neighbours(self, place):
        x, y = place
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = (x + dx, y + dy)
            if 0 <= there[0] < WIDTH and 0 <= there[1] < HEIGHT and there not in self.walls:
                yield there

    def distances(self, start):
        """Steps from one place to every other; walking along the outer wall is slower."""
        if start in self.ways:
            return self.ways[start]
        found, open_places = {start: 0}, [(0, start)]
        while open_places:
            steps, place = heapq.heappop(open_places)
            if steps > found[place]:
                continue
            for there in self.neighbours(place):
                further = steps + (2 if there[1] in (0, HEIGHT - 1) else 1)
                if further < found.get(there, 1 << 30):
                    found[there] = further
                    heapq.heappush(open_places, (further, there))
        self.ways[start] = found
        return found

    def route(self, places):
        """The nearest place next, and back to the desk: how many steps that are."""
        here, left, steps = self.desk, set(places), 0
        while left:
            distances = self.distances(here)
            nearest = min(left, key=lambda place: (distances[place], place))
            steps += distances[nearest]
            left.remove(nearest)
            here = nearest
        return steps + self.distances(here)[self.desk]


def make_orders(chance):
    orders = []
    for number in range(ORDERS):
        amounts = defaultdict(int)
        for _ in range(1 + chance.below(9)):
            amounts[chance.below(PRODUCTS)] += 1 + chance.below(4)
        orders.append(Order(number, chance.below(MINUTES), dict(amounts)))
    return sorted(orders, key=lambda order: (order.minute, order.number))


def run_day(warehouse, orders):
    """Who is free takes the order that waits longest; events are (second, kind, number)."""
    events = [(order.minute * 60, 1, order.number) for order in orders]
    heapq.heapify(events)
    by_number = {order.number: order for order in orders}
    waiting, free, busy_until = [], list(range(PICKERS)), [0] * PICKERS
    while events:
        second, kind, number = heapq.heappop(events)
        if kind == 0:
            free.append(number)
            free.sort()
        else:
            waiting.append(by_number[number])
        while waiting and free:
            order, picker = waiting.pop(0), free.pop(0)
            order.started = second // 60
            places = []
            for product_number, amount in order.lines.items():
                product = warehouse.products[product_number]
                taken = product.take(amount)
                if taken:
                    places.append(product.place)
                    order.value += taken * product.price
            order.steps = warehouse.route(places)
            end = second + 30 + 2 * order.steps + 5 * len(places)
            order.ended = end // 60
            busy_until[picker] += end - second
            heapq.heappush(events, (end, 0, picker))
    return busy_until


def bar(value, largest):
    return "#" * (30 * value // max(largest, 1))


def report(warehouse, orders, busy):
    print(f"day {SEED}")
    print("hour  orders  value      waited")
    hours = defaultdict(list)
    for order in orders:
        hours[order.minute // 60].append(order)
    most = max(len(of_hour) for of_hour in hours.values())
    for hour in sorted(hours):
        of_hour = hours[hour]
        value = sum(order.value for order in of_hour)
        waited = sum(order.waited() for order in of_hour)
        print(f"{hour:4} {len(of_hour):7} {value // 100:7}.{value % 100:02} {waited:8}  {bar(len(of_hour), most)}")
    print("best products")
    best = sorted(warehouse.products, key=lambda product: (-product.sold * product.price, product.number))
    for product in best[:5]:
        print(f"  {product.name}: {product.sold} sold, {product.stock} left, {product.missed} missed")
    print("longest ways")
    for order in sorted(orders, key=lambda order: (-order.steps, order.number))[:3]:
        print(f"  order {order.number}: {order.steps} steps for {len(order.lines)} lines")
    for picker, seconds in enumerate(busy):
        print(f"picker {picker}: {seconds // 60} minutes")
    last = max(order.ended for order in orders)
    print(f"{sum(order.value for order in orders)} cents, last order ended in minute {last}")


chance = Chance(SEED)
warehouse = Warehouse(chance)
orders = make_orders(chance)
report(warehouse, orders, run_day(warehouse, orders))
