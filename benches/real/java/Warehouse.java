// A warehouse: shelves in aisles, orders that arrive over a day, pickers who walk the shortest ways, and a report.
//
// Nothing in it is special. It reads like what people write for an exercise: classes, maps, a queue of events, a search
// for the shortest way, and text at the end.
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

public class Main {
    static final int SEED = 271828;
    static final int WIDTH = 60;
    static final int HEIGHT = 40;
    static final int PRODUCTS = 200;
    static final int ORDERS = 1500;
    static final int PICKERS = 12;
    static final int MINUTES = 8 * 60;

    // The same numbers on every machine.
    static final class Chance {
        private long state;

        Chance(long seed) {
            state = seed;
        }

        int below(int limit) {
            state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296L;
            return (int) ((state >> 8) % limit);
        }
    }

    static final class Product {
        final int number, place, price;
        int stock, sold, missed;

        Product(int number, int place, int price, int stock) {
            this.number = number;
            this.place = place;
            this.price = price;
            this.stock = stock;
        }

        int take(int amount) {
            int taken = Math.min(stock, amount);
            stock -= taken;
            sold += taken;
            missed += amount - taken;
            return taken;
        }

        long turnover() {
            return (long) sold * price;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "product %03d: %d sold, %d left, %d missed", number, sold, stock, missed);
        }
    }

    static final class Order {
        final int number, minute;
        final Map<Integer, Integer> lines;
        int started, ended, steps;
        long value;

        Order(int number, int minute, Map<Integer, Integer> lines) {
            this.number = number;
            this.minute = minute;
            this.lines = lines;
        }

        int waited() {
            return started - minute;
        }
    }

    record Step(int steps, int place) {}

    static final class Warehouse {
        final List<Product> products = new ArrayList<>();
        private final Set<Integer> walls = new HashSet<>();
        private final Map<Integer, int[]> ways = new HashMap<>();
        private static final int DESK = 0;

        Warehouse(Chance chance) {
            for (int x = 3; x < WIDTH - 2; x += 3) {
                int gap = 2 + chance.below(HEIGHT - 4);
                for (int y = 2; y < HEIGHT - 2; y++) {
                    if (y != gap) walls.add(y * WIDTH + x);
                }
            }
            for (int number = 0; number < PRODUCTS; number++) {
                int place = freePlace(chance);
                products.add(new Product(number, place, 100 + chance.below(9900), 20 + chance.below(60)));
            }
        }

        private int freePlace(Chance chance) {
            while (true) {
                int place = chance.below(WIDTH * HEIGHT);
                if (!walls.contains(place) && place != DESK) return place;
            }
        }

        private List<Integer> neighbours(int place) {
            List<Integer> found = new ArrayList<>(4);
            if (place % WIDTH + 1 < WIDTH) found.add(place + 1);
            if (place % WIDTH > 0) found.add(place - 1);
            if (place + WIDTH < WIDTH * HEIGHT) found.add(place + WIDTH);
            if (place >= WIDTH) found.add(place - WIDTH);
            found.removeIf(walls::contains);
            return found;
        }

        // Steps from one place to every other; walking along the outer wall is slower.
        private int[] distances(int start) {
            return ways.computeIfAbsent(start, from -> {
                int[] found = new int[WIDTH * HEIGHT];
                Arrays.fill(found, Integer.MAX_VALUE);
                found[from] = 0;
                Comparator<Step> nearest = Comparator.comparingInt(Step::steps).thenComparingInt(Step::place);
                PriorityQueue<Step> open = new PriorityQueue<>(nearest);
                open.add(new Step(0, from));
                while (!open.isEmpty()) {
                    Step step = open.poll();
                    if (step.steps() > found[step.place()]) continue;
                    for (int there : neighbours(step.place())) {
                        int row = there / WIDTH;
                        int further = step.steps() + (row == 0 || row == HEIGHT - 1 ? 2 : 1);
                        if (further < found[there]) {
                            found[there] = further;
                            open.add(new Step(further, there));
                        }
                    }
                }
                return found;
            });
        }

        // The nearest place next, and back to the desk: how many steps that are.
        int route(List<Integer> places) {
            TreeSet<Integer> left = new TreeSet<>(places);
            int here = DESK;
            int steps = 0;
            while (!left.isEmpty()) {
                int[] distances = distances(here);
                int nearest = left.stream().min(Comparator.comparingInt(place -> distances[place])).orElseThrow();
                steps += distances[nearest];
                left.remove(nearest);
                here = nearest;
            }
            return steps + distances(here)[DESK];
        }
    }

    static List<Order> makeOrders(Chance chance) {
        List<Order> orders = new ArrayList<>();
        for (int number = 0; number < ORDERS; number++) {
            Map<Integer, Integer> lines = new TreeMap<>();
            for (int line = 1 + chance.below(9); line > 0; line--) {
                lines.merge(chance.below(PRODUCTS), 1 + chance.below(4), Integer::sum);
            }
            orders.add(new Order(number, chance.below(MINUTES), lines));
        }
        orders.sort(Comparator.comparingInt((Order order) -> order.minute).thenComparingInt(order -> order.number));
        return orders;
    }

    record Event(int second, boolean arrives, int number) {
        static final Comparator<Event> EARLIER =
                Comparator.comparingInt(Event::second).thenComparing(Event::arrives).thenComparingInt(Event::number);
    }

    // Who is free takes the order that waits longest.
    static int[] runDay(Warehouse warehouse, List<Order> orders) {
        PriorityQueue<Event> events = new PriorityQueue<>(Event.EARLIER);
        for (int i = 0; i < orders.size(); i++) events.add(new Event(orders.get(i).minute * 60, true, i));
        Deque<Order> waiting = new ArrayDeque<>();
        TreeSet<Integer> free = new TreeSet<>();
        for (int picker = 0; picker < PICKERS; picker++) free.add(picker);
        int[] busy = new int[PICKERS];
        while (!events.isEmpty()) {
            Event event = events.poll();
            if (event.arrives()) waiting.add(orders.get(event.number()));
            else free.add(event.number());
            while (!waiting.isEmpty() && !free.isEmpty()) {
                Order order = waiting.poll();
                int picker = free.pollFirst();
                order.started = event.second() / 60;
                List<Integer> places = new ArrayList<>();
                order.lines.forEach((number, amount) -> {
                    Product product = warehouse.products.get(number);
                    int taken = product.take(amount);
                    if (taken > 0) places.add(product.place);
                    order.value += (long) taken * product.price;
                });
                order.steps = warehouse.route(places);
                int end = event.second() + 30 + 2 * order.steps + 5 * places.size();
                order.ended = end / 60;
                busy[picker] += end - event.second();
                events.add(new Event(end, false, picker));
            }
        }
        return busy;
    }

    static void report(Warehouse warehouse, List<Order> orders, int[] busy) {
        System.out.println("day " + SEED);
        Map<Integer, List<Order>> hours =
                orders.stream().collect(Collectors.groupingBy(order -> order.minute / 60, TreeMap::new, Collectors.toList()));
        hours.forEach((hour, ofHour) -> {
            long value = ofHour.stream().mapToLong(order -> order.value).sum();
            int waited = ofHour.stream().mapToInt(Order::waited).sum();
            System.out.println(String.format(Locale.ROOT, "%4d %7d %10.2f %8d", hour, ofHour.size(), value / 100.0, waited));
        });
        warehouse.products.stream()
                .sorted(Comparator.comparingLong(Product::turnover).reversed().thenComparingInt(product -> product.number))
                .limit(5)
                .forEach(System.out::println);
        orders.stream()
                .sorted(Comparator.comparingInt((Order order) -> -order.steps).thenComparingInt(order -> order.number))
                .limit(3)
                .map(order -> "order " + order.number + ": " + order.steps + " steps for " + order.lines.size() + " lines")
                .forEach(System.out::println);
        for (int picker = 0; picker < PICKERS; picker++) {
            System.out.println("picker " + picker + ": " + busy[picker] / 60 + " minutes");
        }
        long total = orders.stream().mapToLong(order -> order.value).sum();
        int last = orders.stream().mapToInt(order -> order.ended).max().orElse(0);
        System.out.println(total + " cents, last order ended in minute " + last);
    }

    public static void main(String[] arguments) {
        Chance chance = new Chance(SEED);
        Warehouse warehouse = new Warehouse(chance);
        List<Order> orders = makeOrders(chance);
        report(warehouse, orders, runDay(warehouse, orders));
    }
}
