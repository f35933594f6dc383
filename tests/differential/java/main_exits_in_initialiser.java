// differential: An exit in a static initialiser of the main class.
// exit: 12
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println("never");
    }

    static { System.exit(12); }
}
