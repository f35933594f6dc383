// differential: Children: input, output, codes, redirections, folders, errors, time limits.
// exit: 0
import java.io.*;
import java.util.concurrent.TimeUnit;

public class Main {
    public static void main(String[] args) throws Exception {
        Process cat = new ProcessBuilder("tr", "a-z", "A-Z").start();
        try (OutputStream in = cat.getOutputStream()) {
            in.write("shout\n".getBytes());
        }
        System.out.print(new String(cat.getInputStream().readAllBytes()));
        System.out.println(new ProcessBuilder("sh", "-c", "echo out; echo err >&2; pwd; exit 3").directory(new File("/tmp")).redirectErrorStream(true).redirectOutput(new File("out")).start().waitFor() + " " + java.nio.file.Files.readString(java.nio.file.Path.of("out")));
        System.out.println(Runtime.getRuntime().exec(new String[] {"sh", "-c", "kill -9 $$"}).waitFor() + " " + new ProcessBuilder("sleep", "9").start().waitFor(20, TimeUnit.MILLISECONDS));
        System.out.print(new String(new ProcessBuilder("sh", "-c", "ls /proc/self/fd; umask; grep -E '^Sig[BI]' /proc/self/status").start().getInputStream().readAllBytes()));
        try {
            new ProcessBuilder("absent").start();
        } catch (IOException error) {
            System.out.println(error.getMessage() + " <- " + error.getCause().getMessage());
        }
    }
}
