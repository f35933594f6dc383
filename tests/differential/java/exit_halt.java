// differential: halt runs no hooks.
// exit: 3
// stdout: "before\n"
public class Main {
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("never")));
        System.out.println("before");
        Runtime.getRuntime().halt(3);
    }
}
