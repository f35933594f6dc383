// differential: The three streams: their classes, marks, and replacements.
// exit: 0
import java.io.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.in.getClass() + " " + System.in.markSupported() + " " + System.console() + " " + System.out.checkError() + " " + System.err.getClass());
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true));
        System.out.print("caught");
        System.setOut(before);
        System.out.println(caught.size());
        System.setIn(new ByteArrayInputStream("typed\n".getBytes()));
        System.out.println(new java.util.Scanner(System.in).nextLine());
        System.out.println(System.lineSeparator().length() + " " + new FileOutputStream(FileDescriptor.out).getFD().valid());
    }
}
