// differential: LC_ALL names a language.
// env: {"LC_ALL": "de_DE.UTF-8"}
// exit: 0
import java.util.Locale;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(Locale.getDefault() + " " + String.format("%,.2f", 1234567.891) + " " + java.time.DayOfWeek.MONDAY.getDisplayName(java.time.format.TextStyle.FULL, Locale.getDefault()));
    }
}
