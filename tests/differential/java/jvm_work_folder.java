// differential: The folder of the program: what is in it, and what can be changed.
// exit: 0
import java.io.File;
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(new TreeSet<>(Arrays.asList(new File(".").list())) + " " + new TreeSet<>(Arrays.asList(new File(".classes").list())) + " " + new File(".classes").canWrite());
        System.setProperty("user.dir", "/tmp");
        System.out.println(new File("x").getAbsolutePath() + " " + new File("Main.java").exists() + " " + Arrays.toString(new File("/tmp").list()));
    }
}
