// differential: The order of hash maps, and of the immutable ones that differ from run to run, sorted.
// exit: 0
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Map<String, Integer> map = new HashMap<>();
        for (String word : "the quick brown fox jumps over the lazy dog".split(" ")) map.merge(word, 1, Integer::sum);
        System.out.println(map + " " + new HashSet<>(List.of("b", "é", "a", "Z")) + " " + "text".hashCode() + " " + Objects.hash(1, "a", null) + " " + List.of(1, 2).hashCode());
        System.out.println(new TreeSet<>(Set.of("c", "a", "b")) + " " + Boolean.hashCode(true) + " " + Double.hashCode(0.1) + " " + Arrays.hashCode(new int[] {1}));
    }
}
