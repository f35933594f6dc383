// differential: A hook that halts changes the code.
// exit: 4
public class Main {
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(4)));
        System.out.println("body");
        System.exit(2);
    }
}
