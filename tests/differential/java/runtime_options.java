// differential: The options of the virtual machine, as management tells them.
// exit: 0
import java.lang.management.*;

public class Main {
    public static void main(String[] args) throws Exception {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        for (String option : runtime.getInputArguments()) System.out.println(option.replaceAll("=\\d+", "=N"));
        System.out.println(runtime.getVmName() + " " + runtime.getSpecVersion() + " " + runtime.getClassPath() + " " + runtime.isBootClassPathSupported() + " " + runtime.getName().endsWith("@runyard"));
    }
}
