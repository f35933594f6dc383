// differential: Sixty thousand bytes, in many writes.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        for (int n = 0; n < 7_300; n++) System.out.printf("%07d%n", n);
    }
}
