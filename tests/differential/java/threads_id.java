// differential: The id of the first thread a program makes.
// exit: 0
// stdout: "12\n"
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(new Thread().getId());
    }
}
