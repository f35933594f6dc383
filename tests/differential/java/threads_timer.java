// differential: A timer's tasks, and a task that fails.
// exit: 0
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Timer timer = new Timer("my timer");
        timer.schedule(new TimerTask() {
            int count;
            public void run() {
                System.out.println(Thread.currentThread().getName() + " " + ++count);
                if (count == 3) throw new IllegalStateException("enough");
            }
        }, 1, 1);
        Thread.sleep(300);
        try {
            timer.schedule(new TimerTask() { public void run() { } }, 1);
        } catch (IllegalStateException error) {
            System.out.println(error.getMessage());
        }
    }
}
