// differential: Numbers, dates, texts and patterns in fixed locales.
// exit: 0
import java.text.*;
import java.time.*;
import java.time.format.*;
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(String.format(Locale.FRANCE, "%,.2f %tA %-5s|%5d|%x|%e|%b|%c", 1234567.891, LocalDate.of(2024, 2, 29), "é", 42, 255, 12345.678, true, 'x'));
        System.out.println(NumberFormat.getCurrencyInstance(Locale.GERMANY).format(1234.5) + " " + DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.JAPAN).format(LocalDate.EPOCH) + " " + MessageFormat.format("{0,number,#.#} {1}", 1.25, "x"));
        System.out.println("Straße".toUpperCase() + " " + "TITLE".toLowerCase(Locale.forLanguageTag("tr")) + " " + "a1b22".replaceAll("(\\d+)", "<$1>") + " " + Normalizer.normalize("é", Normalizer.Form.NFD).length() + " " + "a,b,,".split(",").length + " " + "x".repeat(3) + " " + " t ".strip() + " " + "ab".chars().sum());
        System.out.println(Duration.ofSeconds(3_661) + " " + Period.between(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 3, 1)) + " " + ZonedDateTime.of(2024, 3, 31, 2, 30, 0, 0, ZoneId.of("Europe/Paris")) + " " + Instant.ofEpochSecond(1_700_000_000));
    }
}
