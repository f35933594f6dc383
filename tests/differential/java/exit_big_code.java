// differential: An exit code of more than eight bits.
// exit: 44
public class Main {
    public static void main(String[] args) throws Exception {
        System.exit(300);
    }
}
