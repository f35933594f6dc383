// Reads and starts what it should not from a runtime with its own idea of security.
// row: S1
// expect: ok
// prints: done
import java.nio.file.Files;
import java.nio.file.Path;

public class Main {
    public static void main(String[] args) throws Exception {
        for (String path : new String[] {"/etc/shadow", "/root/.bashrc", "/proc/1/environ"}) {
            try {
                if (Files.readAllBytes(Path.of(path)).length > 0 && !path.contains("environ")) System.out.println("BRE" + "ACH: " + path);
            } catch (java.io.IOException expected) {
                System.out.println(path + " refused");
            }
        }
        Process process = new ProcessBuilder("/bin/sh", "-c", "id -u; cat /etc/shadow").redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        if (text.startsWith("0\n") || text.contains("root:")) System.out.println("BRE" + "ACH: " + text);
        System.out.println("done");
    }
}
