// differential: Single bytes, available ones, skipped ones, and the end.
// stdin: "abcdef\u0000é"
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.in.read() + " " + System.in.skip(2) + " " + new String(System.in.readNBytes(2)) + " " + System.in.readAllBytes().length + " " + System.in.read() + " " + System.in.available());
    }
}
