// differential: An error in a thread is told with its name; the program ends well.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        Thread thread = new Thread(() -> { throw new IllegalStateException("in a thread"); }, "worker");
        thread.start();
        thread.join();
        System.out.println("went on " + thread.getState());
    }
}
