// differential: The compiler that is there, and that it has only begun.
// exit: 0
import java.lang.management.*;

public class Main {
    public static void main(String[] args) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        System.out.println(compiler.getName() + " " + (compiler.getTotalCompilationTime() < 3_000) + " " + System.getProperty("java.vm.info") + " " + System.getProperty("java.vm.name"));
        System.out.println((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < 3_000_000_000L) + " " + ManagementFactory.getOperatingSystemMXBean().getArch());
    }
}
