// differential: Files, folders, links, temporary ones, and where nothing may be written.
// exit: 0
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.util.stream.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Files.createDirectories(Path.of("a/b"));
        Files.writeString(Path.of("a/b/ä.txt"), "é\n");
        Files.createSymbolicLink(Path.of("link"), Path.of("a/b"));
        try (Stream<Path> walk = Files.walk(Path.of("a"))) {
            System.out.println(walk.map(Path::toString).sorted().collect(Collectors.toList()));
        }
        System.out.println(Files.readAllLines(Path.of("link/ä.txt")) + " " + Path.of("link").toRealPath() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of("a/b/ä.txt"))) + " " + Files.getOwner(Path.of("a")));
        System.out.println(Files.createTempFile("x", ".y").getParent() + " " + java.io.File.createTempFile("abc", null).getName().endsWith(".tmp") + " " + System.getProperty("user.home") + " " + System.getProperty("user.name"));
        for (String place : new String[] {"/usr/x", "/etc/passwd", "/proc/x", "/work/absent/x"}) {
            try {
                Files.write(Path.of(place), new byte[1]);
            } catch (FileSystemException error) {
                System.out.println(error.getClass().getSimpleName() + " " + error.getMessage());
            }
        }
    }
}
