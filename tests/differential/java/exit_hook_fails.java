// differential: An error in a hook is told and changes no code.
// exit: 5
public class Main {
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { throw new IllegalStateException("in a hook"); }, "failing-hook"));
        System.exit(5);
    }
}
