// differential: Lines of several threads stay whole.
// exit: 0
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            Thread thread = new Thread(() -> {
                for (int line = 0; line < 200; line++) System.out.println("a whole line");
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) thread.join();
    }
}
