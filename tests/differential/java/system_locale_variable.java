// differential: LANG=C takes the characters away.
// env: {"LANG": "C"}
// exit: 0
import java.nio.charset.Charset;
import java.util.Locale;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(Charset.defaultCharset() + " " + Locale.getDefault() + " é☃ " + System.getProperty("sun.jnu.encoding"));
    }
}
