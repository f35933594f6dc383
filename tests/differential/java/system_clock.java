// differential: Clocks: young, growing, and close to each other.
// exit: 0
// stdout: "true true true true\n"
import java.lang.management.ManagementFactory;

public class Main {
    public static void main(String[] args) throws Exception {
        long nano = System.nanoTime();
        Thread.sleep(5);
        long age = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println((System.nanoTime() - nano >= 5_000_000) + " " + (age >= 0 && age < 8_000) + " " + (ManagementFactory.getRuntimeMXBean().getUptime() < 8_000) + " " + (System.currentTimeMillis() > 1_700_000_000_000L));
    }
}
