// differential: System.exit in another thread ends the program.
// exit: 6
public class Main {
    public static void main(String[] args) throws Exception {
        new Thread(() -> System.exit(6)).start();
        new java.util.concurrent.CountDownLatch(1).await();
    }
}
