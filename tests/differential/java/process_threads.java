// differential: The threads of the process and their names, as the kernel knows them.
// exit: 0
import java.nio.file.*;
import java.util.stream.*;

public class Main {
    public static void main(String[] args) throws Exception {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            System.out.println(tasks.map(task -> {
                try {
                    return Files.readString(task.resolve("comm")).trim();
                } catch (java.io.IOException error) {
                    return error.toString();
                }
            }).sorted().collect(Collectors.joining(", ")));
        }
    }
}
