// differential: Finalizers run when the collector finds nothing else, and not at the end.
// exit: 0
// stdout: "finalized collected\nend true\n"
import java.util.concurrent.CountDownLatch;

public class Main {
    static final CountDownLatch done = new CountDownLatch(1);

    public static void main(String[] args) throws Exception {
        new Thing("collected");
        Thing kept = new Thing("kept");
        System.gc();
        done.await();
        System.out.println("end " + (kept != null));
    }

    static class Thing {
        final String name;

        Thing(String name) { this.name = name; }

        @Override
        @SuppressWarnings("deprecation")
        protected void finalize() {
            System.out.println("finalized " + name);
            done.countDown();
        }
    }
}
