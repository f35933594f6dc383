// differential: Hooks can be removed, not added twice, and not added while they run.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        Thread hook = new Thread(() -> {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread());
            } catch (IllegalStateException error) {
                System.out.println(error.getMessage());
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalArgumentException error) {
            System.out.println(error.getMessage());
        }
        Thread other = new Thread(() -> System.out.println("removed"));
        Runtime.getRuntime().addShutdownHook(other);
        System.out.println(Runtime.getRuntime().removeShutdownHook(other));
    }
}
