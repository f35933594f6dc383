// differential: Two threads in a deadlock are found by the management interface.
// exit: 0
// stdout: "2 BLOCKED\n"
import java.lang.management.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Object one = new Object(), two = new Object();
        java.util.concurrent.CyclicBarrier both = new java.util.concurrent.CyclicBarrier(2);
        for (Object[] pair : new Object[][] {{one, two}, {two, one}}) {
            Thread thread = new Thread(() -> {
                synchronized (pair[0]) {
                    try {
                        both.await();
                    } catch (Exception error) {
                        return;
                    }
                    synchronized (pair[1]) { }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        long[] found;
        while ((found = ManagementFactory.getThreadMXBean().findDeadlockedThreads()) == null) Thread.sleep(5);
        System.out.println(found.length + " " + ManagementFactory.getThreadMXBean().getThreadInfo(found[0]).getThreadState());
    }
}
