// differential: Lines of a BufferedReader, until null.
// stdin: "one\ntwo\r\nthree\rfour é\nlast"
// exit: 0
import java.io.*;

public class Main {
    public static void main(String[] args) throws Exception {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = reader.readLine()) != null; ) System.out.println("<" + line + ">");
        System.out.println(reader.read());
    }
}
