// differential: The compiler of the platform, used by the program.
// exit: 0
import java.io.*;
import java.nio.file.*;
import javax.tools.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Files.writeString(Path.of("/tmp/Made.java"), "public class Made { public String toString() { return \"made at run time\"; } }");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.out.println(ToolProvider.getSystemJavaCompiler().run(null, said, said, "-proc:none", "-d", "/tmp", "/tmp/Made.java") + " " + said);
        try (var loader = new java.net.URLClassLoader(new java.net.URL[] {new File("/tmp/").toURI().toURL()})) {
            System.out.println(loader.loadClass("Made").getDeclaredConstructor().newInstance());
        }
    }
}
