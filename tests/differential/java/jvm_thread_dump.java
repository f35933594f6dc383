// differential: SIGQUIT prints a dump of all threads and the program goes on.
// exit: 0
import java.io.*;

public class Main {
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            System.out.println("ready");
            System.in.read();
            System.out.println("went on");
            return;
        }
        Process child = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-Xmx32m", "-cp", System.getProperty("java.class.path"), "Main", "x").start();
        BufferedReader reader = new BufferedReader(new InputStreamReader(child.getInputStream()));
        reader.readLine();
        new ProcessBuilder("kill", "-QUIT", String.valueOf(child.pid())).start().waitFor();
        boolean dumped = false;
        for (String line; (line = reader.readLine()) != null && !line.startsWith("JNI global refs"); ) dumped |= line.startsWith("Full thread dump");
        child.getOutputStream().close();
        // The dump may end before or after that.
        boolean wentOn = false;
        for (String line; (line = reader.readLine()) != null; ) wentOn |= line.equals("went on");
        System.out.println(dumped + " " + wentOn + " " + child.waitFor());
    }
}
