// differential: Names of nested, local, anonymous and array classes.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        class Local { }
        Object anonymous = new Object() { };
        System.out.println(Nested.class.getName() + " " + Local.class.getName() + " " + anonymous.getClass().getName() + " " + int[][].class.getName() + " " + String[].class.getCanonicalName() + " " + new Main().new Inner().getClass() + " " + void.class + " " + Local.class.getEnclosingMethod() + " " + Nested.class.getNestHost());
    }

    static class Nested { }

    class Inner { }
}
