// differential: The array of arguments is the program's own.
// args: ["b", "a"]
// exit: 0
// stdout: "[a, b] [Ljava.lang.String;\n"
import java.util.Arrays;

public class Main {
    public static void main(String[] args) throws Exception {
        Arrays.sort(args);
        System.out.println(Arrays.toString(args) + " " + args.getClass().getName());
    }
}
