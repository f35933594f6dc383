// differential: Much garbage goes through a small heap.
// exit: 0
// stdout: "2000\n"
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Deque<byte[]> window = new ArrayDeque<>();
        long total = 0;
        for (int n = 0; n < 2_000; n++) {
            window.add(new byte[1 << 20]);
            total += window.peekLast().length;
            if (window.size() > 20) window.poll();
        }
        System.out.println(total >> 20);
    }
}
