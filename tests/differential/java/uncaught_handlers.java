// differential: Handlers of uncaught errors: of the thread, of all, and their own errors.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> System.out.println("default: " + thread.getName() + " " + error));
        Thread own = new Thread(() -> { throw new RuntimeException("own"); }, "own");
        own.setUncaughtExceptionHandler((thread, error) -> System.out.println("its own: " + error.getMessage()));
        own.start();
        own.join();
        Thread plain = new Thread(() -> { throw new RuntimeException("plain"); });
        plain.start();
        plain.join();
        throw new Exception("main");
    }
}
