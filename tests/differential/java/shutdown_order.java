// differential: Everything that may run at the end: hooks, files to delete, timers, streams.
// exit: 0
import java.io.*;

public class Main {
    public static void main(String[] args) throws Exception {
        File file = File.createTempFile("atend", ".x", new File("/tmp"));
        file.deleteOnExit();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("the file is there: " + file.exists() + ", main is alive: " + mainThread.isAlive())));
        System.out.println("body ends");
    }

    static final Thread mainThread = Thread.currentThread();
}
