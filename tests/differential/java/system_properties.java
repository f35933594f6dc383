// differential: The properties of the system, but for those that change.
// exit: 0
import java.util.TreeMap;

public class Main {
    public static void main(String[] args) throws Exception {
        TreeMap<Object, Object> sorted = new TreeMap<>(System.getProperties());
        sorted.forEach((name, value) -> System.out.println(name + "=" + value.toString().replace("\n", "\\n").replaceAll("(?<=pid=)\\d+", "N")));
    }
}
