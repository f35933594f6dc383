// differential: An uncaught error with its causes and suppressed ones.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println("before");
        outer(null);
    }

    static void outer(String text) {
        try (Closing one = new Closing("one")) {
            inner(text);
        } catch (NullPointerException error) {
            throw new IllegalArgumentException("größer\nin two lines", error);
        }
    }

    static void inner(String text) {
        text.length();
    }

    record Closing(String name) implements AutoCloseable {
        public void close() { throw new IllegalStateException("closing " + name); }
    }
}
