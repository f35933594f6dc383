// differential: How many classes are loaded before main, in coarse steps, and how many threads ever began.
// exit: 0
// stdout: "true 0 6 6\n"
import java.lang.management.*;

public class Main {
    public static void main(String[] args) throws Exception {
        long loaded = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        System.out.println((loaded < 2_000) + " " + ManagementFactory.getClassLoadingMXBean().getUnloadedClassCount() + " " + ManagementFactory.getThreadMXBean().getTotalStartedThreadCount() + " " + ManagementFactory.getThreadMXBean().getPeakThreadCount());
    }
}
