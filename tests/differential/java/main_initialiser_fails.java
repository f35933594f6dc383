// differential: A static initialiser of the main class that fails.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println("never");
    }

    static int value = Integer.parseInt("no number");
}
