// differential: A checked error out of a lambda, and an error out of main's finally.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        try {
            Main.<RuntimeException>sneak(new java.io.IOException("checked"));
        } catch (Exception error) {
            System.out.println("caught " + error);
        } finally {
            throw new Error("out of finally");
        }
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable error) throws T { throw (T) error; }
}
