// differential: System.exit with a number, and hooks that run.
// exit: 9
public class Main {
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        try {
            System.exit(9);
        } finally {
            System.out.println("finally does not run");
        }
    }
}
