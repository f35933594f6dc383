// differential: Latches, barriers, semaphores, phasers, queues, atomics.
// exit: 0
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

public class Main {
    public static void main(String[] args) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(4, () -> System.out.println("all there"));
        LongAdder adder = new LongAdder();
        AtomicInteger highest = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(4);
        for (int n = 0; n < 4; n++) {
            int number = n;
            new Thread(() -> {
                try {
                    barrier.await();
                } catch (Exception error) {
                    return;
                }
                for (int i = 0; i < 1_000; i++) adder.increment();
                highest.accumulateAndGet(number, Math::max);
                done.countDown();
            }).start();
        }
        done.await();
        Semaphore semaphore = new Semaphore(1);
        System.out.println(adder + " " + highest + " " + semaphore.tryAcquire() + semaphore.tryAcquire() + " " + new ArrayBlockingQueue<Integer>(1).poll(5, TimeUnit.MILLISECONDS) + " " + new Phaser(1).arrive());
    }
}
