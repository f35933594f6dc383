// differential: main is interrupted by another thread.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        Thread main = Thread.currentThread();
        new Thread(main::interrupt).start();
        Thread.sleep(8_000);
    }
}
