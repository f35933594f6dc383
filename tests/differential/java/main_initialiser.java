// differential: Static initialisers run in their order before main, once.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println("main " + VALUE + " " + LATER);
        new Main();
    }

    static final int VALUE = note("field");
    static { note("block"); }
    static int LATER = note("later field");
    { note("instance"); }
    static int note(String text) {
        System.out.println(text + " " + LATER);
        return text.length();
    }
}
