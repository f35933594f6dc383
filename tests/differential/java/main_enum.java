// differential: An enum may hold main, its constants are made first.
// exit: 0
// stdout: "making FIRST\nmaking SECOND\n[FIRST, SECOND]\n"
public enum Main {
    FIRST, SECOND;

    Main() { System.out.println("making " + name()); }

    public static void main(String[] args) { System.out.println(java.util.List.of(values())); }
}
