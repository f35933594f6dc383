// differential: Collectors, memory pools and how often they ran at the start.
// exit: 0
import java.lang.management.*;

public class Main {
    public static void main(String[] args) throws Exception {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) System.out.println(collector.getName() + " " + collector.getCollectionCount() + " " + String.join(",", collector.getMemoryPoolNames()));
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) System.out.println(pool.getName() + " " + pool.getType() + " " + pool.getUsage().getMax() / (1 << 20));
    }
}
