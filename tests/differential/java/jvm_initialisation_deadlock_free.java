// differential: Two threads that need a class at once initialise it one time.
// exit: 0
// stdout: "once 7777\n"
public class Main {
    public static void main(String[] args) throws Exception {
        Thread[] threads = new Thread[4];
        for (int n = 0; n < threads.length; n++) {
            threads[n] = new Thread(() -> System.out.print(Slow.value));
            threads[n].start();
        }
        for (Thread thread : threads) thread.join();
        System.out.println();
    }
}

class Slow {
    static int value;

    static {
        System.out.print("once ");
        try {
            Thread.sleep(50);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
        value = 7;
    }
}
