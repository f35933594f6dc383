// differential: A program of many small classes.
// exit: 0
// stdout: "427\n"
public class Main {
    public static void main(String[] args) throws Exception {
        long sum = 0;
        Object[] things = {new A(), new B(), new C(), new D(), new E(), new F(), new G()};
        for (Object thing : things) sum += thing.toString().length() + ((I) thing).number();
        System.out.println(sum);
    }

    interface I { default int number() { return getClass().getSimpleName().charAt(0); } }
    record A() implements I { }
    record B() implements I { }
    record C() implements I { }
    enum EnumD { X { int v() { return 1; } }; abstract int v(); }
    record D() implements I { public int number() { return EnumD.X.v(); } }
    static class E implements I { public String toString() { return "E"; } }
    static class F extends E { public String toString() { return super.toString() + "F"; } }
    static class G extends F { { assert true; } public String toString() { return super.toString() + "G"; } }
}
