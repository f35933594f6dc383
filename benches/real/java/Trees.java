// Many small objects that live for a short time, and a map that grows and shrinks: work for the allocator and the collector.
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Main {
    static final int SEED = 271828;

    record Node(Node left, Node right, long value) {
        long sum() {
            return left == null ? value : value + left.sum() + right.sum();
        }
    }

    static Node tree(int depth, long value) {
        if (depth == 0) return new Node(null, null, value);
        return new Node(tree(depth - 1, 2 * value), tree(depth - 1, 2 * value + 1), value);
    }

    record Entry(int turn, String text) {}

    // Adds and removes entries; every text in it is a new one.
    static Map<String, List<Entry>> churn(long state, int rounds) {
        Map<String, List<Entry>> known = new HashMap<>();
        for (int turn = 0; turn < rounds; turn++) {
            state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296L;
            String key = "key-" + (state >> 18);
            if (known.containsKey(key) && (state & 256) != 0) known.remove(key);
            else known.computeIfAbsent(key, missing -> new ArrayList<>()).add(new Entry(turn, Long.toString(state)));
        }
        return known;
    }

    public static void main(String[] arguments) {
        Node kept = tree(16, SEED);
        for (int depth = 4; depth < 17; depth += 2) {
            int count = 1 << (18 - depth);
            long total = 0;
            for (int turn = 0; turn < count; turn++) total += tree(depth, turn + SEED).sum();
            System.out.println(count + " trees of depth " + depth + ": " + total);
        }
        System.out.println("the tree that was kept: " + kept.sum());
        Map<String, List<Entry>> known = churn(SEED, 500_000);
        int longest = known.values().stream().mapToInt(List::size).max().orElse(0);
        System.out.println(known.size() + " entries, the longest has " + longest);
    }
}
