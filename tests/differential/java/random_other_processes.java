// differential: Unseeded random numbers differ from one process to the next.
// exit: 0
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            System.out.println(new Random().nextLong() + " " + Math.random() + " " + java.util.concurrent.ThreadLocalRandom.current().nextLong() + " " + UUID.randomUUID() + " " + new SplittableRandom().nextLong());
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 2; n++) seen.addAll(List.of(new String(new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-Xmx32m", "-cp", System.getProperty("java.class.path"), "Main", "x").start().getInputStream().readAllBytes()).split(" ")));
        System.out.println(seen.size());
    }
}
