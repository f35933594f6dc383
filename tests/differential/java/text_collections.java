// differential: Streams, collectors, iterators and their errors.
// exit: 0
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(Stream.of("pear", "fig", "apple", "kiwi").collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.joining("+"))) + " " + IntStream.rangeClosed(1, 5).summaryStatistics() + " " + Stream.iterate(1, n -> n * 2).limit(8).toList() + " " + Arrays.asList(3, 1, 2).stream().sorted(Comparator.reverseOrder()).toList());
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
        try {
            for (Integer n : list) list.remove(n);
        } catch (ConcurrentModificationException error) {
            System.out.println(error);
        }
        PriorityQueue<String> queue = new PriorityQueue<>(List.of("c", "a", "b"));
        System.out.println(queue.poll() + queue + " " + new ArrayDeque<>(list) + " " + Collections.nCopies(2, "x") + " " + EnumSet.allOf(Thread.State.class).size() + " " + Optional.of(1).map(n -> n + 1) + " " + new BitSet() + " " + list.getClass() + " " + List.of().getClass().getName());
    }
}
