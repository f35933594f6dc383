// differential: The threads and groups there are at the start.
// exit: 0
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Thread.getAllStackTraces().keySet().stream().map(thread -> thread.getName() + " " + thread.isDaemon() + " " + thread.getPriority() + " " + thread.getThreadGroup().getName()).sorted().forEach(System.out::println);
        ThreadGroup root = Thread.currentThread().getThreadGroup().getParent();
        System.out.println(root.getParent() + " " + root.activeGroupCount() + " " + Thread.activeCount() + " " + root.getMaxPriority());
    }
}
