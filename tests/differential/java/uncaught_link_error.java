// differential: Native libraries and methods that are not there.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        try {
            System.loadLibrary("absent");
        } catch (UnsatisfiedLinkError error) {
            System.out.println(error.getMessage());
        }
        nothing();
    }

    static native void nothing();
}
