// differential: A closed System.in.
// stdin: "unread"
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.in.close();
        try {
            System.in.read();
        } catch (java.io.IOException error) {
            System.out.println(error.getMessage());
        }
    }
}
