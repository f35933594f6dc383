// differential: A group of threads takes the uncaught errors of its own.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        ThreadGroup group = new ThreadGroup("mine") {
            @Override
            public void uncaughtException(Thread thread, Throwable error) {
                System.out.println(thread.getName() + " in " + getName() + ": " + error.getMessage());
            }
        };
        Thread thread = new Thread(group, () -> { throw new IllegalStateException("taken by the group"); });
        thread.start();
        thread.join();
        System.out.println(group + " " + group.activeCount() + " " + group.isDaemon());
    }
}
