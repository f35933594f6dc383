// differential: Threads are numbered from 0 by name, and their ids go on from those of the start.
// exit: 0
// stdout: "Thread-0 Thread-1 1 1 NEW 5\npool-1-thread-1\n"
public class Main {
    public static void main(String[] args) throws Exception {
        Thread first = new Thread(() -> { }), second = new Thread(() -> { });
        System.out.println(first.getName() + " " + second.getName() + " " + (second.getId() - first.getId()) + " " + Thread.currentThread().getId() + " " + first.getState() + " " + first.getPriority());
        System.out.println(java.util.concurrent.Executors.newCachedThreadPool().submit(() -> Thread.currentThread().getName()).get());
        System.exit(0);
    }
}
