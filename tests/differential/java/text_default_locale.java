// differential: The default locale is changed by the program.
// exit: 0
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(String.format("%,d", 1234567) + " " + "i".toUpperCase());
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        System.out.println(String.format("%,d", 1234567) + " " + "i".toUpperCase() + " " + Currency.getInstance(Locale.getDefault()));
    }
}
