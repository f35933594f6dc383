// differential: Two threads that call exit: the first one counts.
// exit: 3
public class Main {
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException error) {
                return;
            }
            System.out.println("hook");
        }));
        Thread first = new Thread(() -> System.exit(3));
        first.start();
        while (first.getState() != Thread.State.WAITING) Thread.onSpinWait();
        System.exit(8);
    }
}
