// differential: What lies below main in a stack trace: nothing.
// exit: 0
// stdout: "1 Main.main(Main.java:6) 1\n2\n"
public class Main {
    public static void main(String[] args) throws Exception {
        StackTraceElement[] trace = new Throwable().getStackTrace();
        System.out.println(trace.length + " " + trace[0] + " " + StackWalker.getInstance().walk(frames -> frames.count()));
        Runnable lambda = () -> System.out.println(new Throwable().getStackTrace().length);
        lambda.run();
    }
}
