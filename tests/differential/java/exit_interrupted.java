// differential: SIGINT runs the hooks; the code is 130.
// exit: 130
public class Main {
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        new ProcessBuilder("kill", "-INT", String.valueOf(ProcessHandle.current().pid())).start();
        Thread.sleep(8_000);
    }
}
