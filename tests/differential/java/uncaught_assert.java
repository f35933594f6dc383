// differential: Assertions are off.
// exit: 0
// stdout: "false\n"
public class Main {
    public static void main(String[] args) throws Exception {
        assert 1 > 2 : "never";
        System.out.println(Main.class.desiredAssertionStatus());
    }
}
