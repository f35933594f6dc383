// differential: Properties that are set later, cleared, and read as numbers.
// exit: 0
// stdout: "42 false default 42 null\nkey can't be empty\n"
public class Main {
    public static void main(String[] args) throws Exception {
        System.setProperty("mine", "42");
        System.out.println(Integer.getInteger("mine") + " " + Boolean.getBoolean("mine") + " " + System.getProperty("nothing", "default") + " " + System.clearProperty("mine") + " " + System.getProperty("mine"));
        try {
            System.getProperty("");
        } catch (IllegalArgumentException error) {
            System.out.println(error.getMessage());
        }
    }
}
