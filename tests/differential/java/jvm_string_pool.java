// differential: Strings, boxed numbers and enums that are the same object.
// exit: 0
// stdout: "true true true false true true\n"
public class Main {
    public static void main(String[] args) throws Exception {
        String made = new StringBuilder("ja").append("va").toString();
        Integer small = 127, other = 127, big = 128, bigger = 128;
        System.out.println((made.intern() == made) + " " + ("a" + "b" == "ab") + " " + (small == other) + " " + (big == bigger) + " " + (new String("x").intern() == "x") + " " + (Boolean.valueOf("TRUE") == true));
    }
}
