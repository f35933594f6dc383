// differential: Handlers of signals, and those the machine keeps for itself.
// exit: 0
import sun.misc.Signal;

public class Main {
    public static void main(String[] args) throws Exception {
        java.util.concurrent.Semaphore handled = new java.util.concurrent.Semaphore(0);
        for (String name : new String[] {"USR2", "HUP", "WINCH"}) {
            System.out.println(Signal.handle(new Signal(name), signal -> {
                System.out.println(signal + " " + signal.getNumber() + " in " + Thread.currentThread().getName());
                handled.release();
            }) == sun.misc.SignalHandler.SIG_DFL);
            Signal.raise(new Signal(name));
            handled.acquire();
        }
        for (String name : new String[] {"USR1", "QUIT", "SEGV", "KILL", "NOTHING"}) {
            try {
                Signal.handle(new Signal(name), signal -> { });
                System.out.println(name);
            } catch (IllegalArgumentException error) {
                System.out.println(error.getMessage());
            }
        }
    }
}
