// differential: Forty threads at once.
// exit: 0
// stdout: "all there\n"
import java.util.concurrent.*;

public class Main {
    public static void main(String[] args) throws Exception {
        CountDownLatch all = new CountDownLatch(40);
        for (int n = 0; n < 40; n++) {
            new Thread(null, () -> {
                all.countDown();
                try {
                    all.await();
                } catch (InterruptedException error) {
                    return;
                }
            }, "small", 64 << 10).start();
        }
        all.await();
        System.out.println("all there");
    }
}
