// differential: Charsets: the default, those of files and streams, and the locale.
// exit: 0
import java.nio.charset.Charset;
import java.util.Locale;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(Charset.defaultCharset() + " " + System.getProperty("file.encoding") + " " + System.getProperty("sun.jnu.encoding") + " " + System.getProperty("native.encoding") + " " + System.getProperty("stdout.encoding"));
        System.out.println(Locale.getDefault() + " " + Locale.getDefault(Locale.Category.FORMAT) + " " + System.out.getClass() + " é☃ " + "é".getBytes().length);
        System.out.println(new java.io.File("ä").createNewFile() + " " + java.util.Arrays.toString(new java.io.File(".").list((folder, name) -> name.length() == 1)));
    }
}
