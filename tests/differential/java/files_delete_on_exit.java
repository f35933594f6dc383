// differential: A file to delete at the end is there until then.
// exit: 0
import java.io.File;

public class Main {
    public static void main(String[] args) throws Exception {
        File file = new File("temporary");
        if (args.length > 0) {
            file.createNewFile();
            file.deleteOnExit();
            System.out.println("child " + file.exists());
            return;
        }
        System.out.println(new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-Xmx32m", "-cp", System.getProperty("java.class.path"), "Main", "x").inheritIO().start().waitFor() + " " + file.exists());
    }
}
