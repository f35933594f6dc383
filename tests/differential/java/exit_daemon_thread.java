// differential: Daemon threads do not hold the program.
// exit: 0
// stdout: "end\n"
public class Main {
    public static void main(String[] args) throws Exception {
        Thread thread = new Thread(() -> { while (true) Thread.onSpinWait(); });
        thread.setDaemon(true);
        thread.start();
        System.out.println("end");
    }
}
