// differential: Thread-locals, inheritable ones, and interrupts.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        ThreadLocal<String> local = ThreadLocal.withInitial(() -> "initial");
        InheritableThreadLocal<String> inherited = new InheritableThreadLocal<>();
        local.set("main");
        inherited.set("from main");
        Thread thread = new Thread(() -> {
            System.out.println(local.get() + " " + inherited.get());
            try {
                Thread.sleep(8_000);
            } catch (InterruptedException error) {
                System.out.println(error.getMessage() + " " + Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        thread.interrupt();
        thread.join();
        System.out.println(local.get() + " " + thread.isAlive() + " " + Thread.interrupted());
    }
}
