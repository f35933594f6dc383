// differential: TZ decides about the zone.
// env: {"TZ": "Asia/Kolkata"}
// exit: 0
import java.time.*;
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(ZoneId.systemDefault() + " " + TimeZone.getDefault().getID() + " " + new Date(0) + " " + LocalDateTime.ofInstant(Instant.EPOCH, ZoneId.systemDefault()) + " " + System.getProperty("user.timezone"));
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.out.println(ZoneId.systemDefault() + " " + new Date(0));
    }
}
