// differential: Files beside the program are resources and files.
// exit: 0
import java.io.InputStream;
import java.nio.file.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(Files.readString(Path.of("data.txt")) + Path.of("").toAbsolutePath() + " " + new java.io.File(".").getCanonicalPath());
        try (InputStream in = Main.class.getResourceAsStream("/data.txt")) {
            System.out.println(in == null ? "no resource" : new String(in.readAllBytes()));
        }
        System.out.println(Main.class.getResource("Main.class") + " " + ClassLoader.getSystemResource("absent") + " " + Main.class.getProtectionDomain().getCodeSource().getLocation());
    }
}
