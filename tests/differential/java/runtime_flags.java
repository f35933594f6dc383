// differential: Flags of the virtual machine and where they come from.
// exit: 0
import com.sun.management.*;
import java.lang.management.ManagementFactory;

public class Main {
    public static void main(String[] args) throws Exception {
        HotSpotDiagnosticMXBean diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (String name : "UseSerialGC UsePerfData ThreadStackSize TieredCompilation UseSharedSpaces HeapDumpOnOutOfMemoryError UseCompressedOops AlwaysPreTouch ExitOnOutOfMemoryError".split(" ")) System.out.println(diagnostics.getVMOption(name).getName() + " " + diagnostics.getVMOption(name).getValue() + " " + diagnostics.getVMOption(name).getOrigin());
    }
}
