// differential: The open descriptors and what they are.
// exit: 0
import java.nio.file.*;
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        for (String name : new TreeSet<>(Arrays.asList(new java.io.File("/proc/self/fd").list()))) {
            try {
                System.out.println(name + " " + Files.readSymbolicLink(Path.of("/proc/self/fd", name)).toString().replaceAll("\\d+", "N"));
            } catch (NoSuchFileException error) {
                System.out.println(name + " gone");
            }
        }
    }
}
