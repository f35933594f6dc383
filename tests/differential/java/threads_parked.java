// differential: Permits of LockSupport, and locks with conditions.
// exit: 0
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.*;

public class Main {
    public static void main(String[] args) throws Exception {
        LockSupport.unpark(Thread.currentThread());
        LockSupport.park();
        ReentrantLock lock = new ReentrantLock(true);
        Condition condition = lock.newCondition();
        Thread thread = new Thread(() -> {
            lock.lock();
            try {
                condition.signal();
            } finally {
                lock.unlock();
            }
        });
        lock.lock();
        thread.start();
        System.out.println(condition.await(5, TimeUnit.SECONDS) + " " + lock.getHoldCount() + " " + lock.isFair() + " " + new StampedLock().tryOptimisticRead());
        lock.unlock();
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException error) {
            System.out.println(error);
        }
    }
}
