// expect: ok
// prints: 332833500 1000 [a, b, c] 12586269025
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;

public class Main {
    static long fibonacci(int n, Map<Integer, Long> known) {
        if (n < 2) return n;
        Long there = known.get(n);
        if (there != null) return there;
        long value = fibonacci(n - 1, known) + fibonacci(n - 2, known);
        known.put(n, value);
        return value;
    }

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Long>> parts = new ArrayList<>();
        for (int part = 0; part < 10; part++) {
            final int from = part * 100;
            parts.add(pool.submit(() -> LongStream.range(from, from + 100).map(n -> n * n).sum()));
        }
        long total = 0;
        for (Future<Long> part : parts) total += part.get();
        pool.shutdown();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) many.add("item " + i % 1000);
        long distinct = many.parallelStream().distinct().count();
        String letters = Stream.of("c", "a", "b").sorted().collect(Collectors.toList()).toString();
        System.out.println(total + " " + distinct + " " + letters + " " + fibonacci(50, new HashMap<>()));
    }
}
