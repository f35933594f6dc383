// differential: Recursion that is too deep, caught.
// exit: 0
import java.util.Arrays;

public class Main {
    public static void main(String[] args) throws Exception {
        try {
            down(0);
        } catch (StackOverflowError error) {
            System.out.println(error.getMessage() + " " + error.getStackTrace().length + " " + error.getStackTrace()[5] + " " + (deepest > 20_000));
        }
    }

    static int deepest;

    static int down(int n) {
        deepest = n;
        return down(n + 1) + 1;
    }
}
