// differential: The programs and libraries that are mapped at the start, but for the one by which a machine waits for its program.
// exit: 0
import java.nio.file.*;
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Set<String> paths = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) if (line.indexOf('/') > 0) paths.add(line.substring(line.indexOf('/')));
        paths.removeIf(path -> path.startsWith("/.warm/"));
        paths.forEach(System.out::println);
    }
}
