// differential: Garbage is collected, references are cleared, cleaners run.
// exit: 0
import java.lang.ref.*;

public class Main {
    public static void main(String[] args) throws Exception {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> weak = new WeakReference<>(new Object(), queue);
        Cleaner.create().register(new Object(), () -> System.out.println("cleaned"));
        System.gc();
        System.out.println((queue.remove(5_000) == weak) + " " + weak.get());
        Thread.sleep(100);
        for (int n = 0; n < 200; n++) { byte[] garbage = new byte[4 << 20]; }
        System.out.println("still here " + new SoftReference<>("kept").get());
    }
}
