// differential: Text blocks, switch expressions, patterns, var, records and sealed types.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        Object[] things = {1, "text", 2.5, null, new int[] {1}, 'c'};
        for (Object thing : things) {
            String kind = thing instanceof Integer number && number > 0 ? "positive " + number : thing instanceof String text ? text.toUpperCase() : String.valueOf(thing == null ? null : thing.getClass().getSimpleName());
            System.out.print(kind + " ");
        }
        var day = 3;
        System.out.println(switch (day) { case 1, 7 -> "weekend"; case 3 -> { var name = "mid"; yield name + "week"; } default -> "other"; });
        System.out.print("""
            indented
              more \
            joined	tab "quotes" é
            """);
    }
}
