// differential: The thread that runs main: its name, number, priority, group, loader.
// exit: 0
import java.util.Arrays;

public class Main {
    public static void main(String[] args) throws Exception {
        Thread thread = Thread.currentThread();
        System.out.println(thread + " " + thread.getId() + " " + thread.getPriority() + " " + thread.isDaemon() + " " + thread.getState() + " " + thread.isInterrupted());
        System.out.println(thread.getThreadGroup() + " " + thread.getThreadGroup().getParent() + " " + thread.getUncaughtExceptionHandler().getClass() + " " + Thread.getDefaultUncaughtExceptionHandler());
        System.out.println(thread.getContextClassLoader() == Main.class.getClassLoader());
        System.out.println(Arrays.toString(thread.getStackTrace()));
    }
}
