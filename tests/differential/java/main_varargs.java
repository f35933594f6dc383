// differential: main with a variable number of arguments, final and strict.
// args: ["a", "b"]
// exit: 0
// stdout: "2 true\n"
public final class Main {
    public static final strictfp synchronized void main(final String... words) throws Throwable {
        System.out.println(words.length + " " + Thread.holdsLock(Main.class));
    }
}
