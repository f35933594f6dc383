// differential: SIGTERM runs the hooks; the code is 143.
// exit: 143
public class Main {
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        System.out.println("before");
        new ProcessBuilder("kill", "-TERM", String.valueOf(ProcessHandle.current().pid())).start();
        Thread.sleep(8_000);
    }
}
