// differential: The environment of the program and of its children.
// env: {"EMPTY": "", "UNICODE": "naïve ☃", "lower_2": "x"}
// exit: 0
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        new TreeMap<>(System.getenv()).forEach((name, value) -> System.out.println(name + "=" + value));
        try {
            System.getenv().put("A", "b");
        } catch (UnsupportedOperationException error) {
            System.out.println(error);
        }
        ProcessBuilder builder = new ProcessBuilder("env").redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().retainAll(Set.of("LANG", "UNICODE"));
        builder.environment().put("ADDED", "é");
        builder.start().waitFor();
    }
}
