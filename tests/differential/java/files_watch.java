// differential: Watching a folder is not possible, or sees a file appear, as the machine allows.
// exit: 0
import java.nio.file.*;

public class Main {
    public static void main(String[] args) throws Exception {
        try {
            WatchService watcher = FileSystems.getDefault().newWatchService();
            Path.of(".").register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
            Files.createFile(Path.of("new"));
            System.out.println(watcher.take().pollEvents().get(0).context());
        } catch (java.io.IOException error) {
            System.out.println(error.getMessage());
        }
    }
}
