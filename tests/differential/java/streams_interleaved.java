// differential: stdout, stderr and children, each flushed by itself.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.print("no newline ");
        System.err.println("to stderr");
        new ProcessBuilder("echo", "child").inheritIO().start().waitFor();
        System.out.write("bytes\n".getBytes());
        System.out.printf("%s %d%n", "formatted", 1);
        System.out.append("appended").append('\n');
        new java.io.FileOutputStream(java.io.FileDescriptor.out).write("raw\n".getBytes());
    }
}
