// differential: A main class in a package.
// exit: 1
package app.inner;

public class Main {
    public static void main(String[] args) {
        System.out.println(Main.class.getName() + " " + Main.class.getPackage() + " " + Main.class.getModule().isNamed());
        throw new IllegalStateException("with a package");
    }
}
