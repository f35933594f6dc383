// differential: SIGKILL to itself.
// signal: SIGKILL
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println("before");
        new ProcessBuilder("kill", "-KILL", String.valueOf(ProcessHandle.current().pid())).start();
        Thread.sleep(8_000);
    }
}
