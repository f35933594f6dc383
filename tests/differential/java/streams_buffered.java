// differential: Output of a buffered writer that nobody flushed is lost.
// exit: 0
// stdout: "kept\n"
public class Main {
    public static void main(String[] args) throws Exception {
        java.io.PrintWriter writer = new java.io.PrintWriter(new java.io.OutputStreamWriter(System.out));
        writer.println("lost");
        System.out.println("kept");
    }
}
