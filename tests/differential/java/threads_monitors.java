// differential: wait and notify, synchronized, and their errors.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        Object lock = new Object();
        boolean[] ready = {false};
        Thread waiter = new Thread(() -> {
            synchronized (lock) {
                while (!ready[0]) {
                    try {
                        lock.wait();
                    } catch (InterruptedException error) {
                        return;
                    }
                }
                System.out.println("notified " + Thread.holdsLock(lock));
            }
        });
        waiter.start();
        while (waiter.getState() != Thread.State.WAITING) Thread.onSpinWait();
        synchronized (lock) {
            ready[0] = true;
            lock.notifyAll();
        }
        waiter.join();
        try {
            lock.notify();
        } catch (IllegalMonitorStateException error) {
            System.out.println(error.getMessage());
        }
        try {
            waiter.start();
        } catch (IllegalThreadStateException error) {
            System.out.println(error);
        }
    }
}
