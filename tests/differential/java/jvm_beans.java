// differential: The beans of management, by name.
// exit: 0
import java.lang.management.ManagementFactory;
import javax.management.*;

public class Main {
    public static void main(String[] args) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        server.queryNames(null, null).stream().map(ObjectName::toString).sorted().forEach(System.out::println);
        System.out.println(server.getDefaultDomain() + " " + server.getAttribute(new ObjectName("java.lang:type=Runtime"), "SpecName"));
    }
}
