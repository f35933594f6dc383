// differential: Output to a closed pipe sets an error flag and nothing else.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.close();
        System.out.println("lost");
        System.err.println(System.out.checkError());
    }
}
