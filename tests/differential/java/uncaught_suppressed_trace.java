// differential: Traces without frames, circular causes, and printing to a writer.
// exit: 0
import java.io.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Throwable quiet = new Throwable("quiet", null, false, false) {};
        Exception first = new Exception("first"), second = new Exception("second", first);
        first.initCause(second);
        first.addSuppressed(quiet);
        StringWriter text = new StringWriter();
        first.printStackTrace(new PrintWriter(text));
        System.out.print(text);
        try {
            first.addSuppressed(first);
        } catch (IllegalArgumentException error) {
            System.out.println(error.getMessage());
        }
    }
}
