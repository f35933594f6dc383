// differential: Classes are initialised when they are first used, not when they are named.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(Lazy.CONSTANT + " " + Lazy.class.getSimpleName() + " " + new Lazy[1].length);
        System.out.println(Lazy.value);
        Class.forName("Other", false, Main.class.getClassLoader());
        System.out.println("loaded");
        Class.forName("Other");
        try {
            Class.forName("Nowhere");
        } catch (ClassNotFoundException error) {
            System.out.println(error);
        }
    }
}

class Lazy {
    static final int CONSTANT = 1;
    static int value = 2;
    static { System.out.println("Lazy is initialised"); }
}

class Other {
    static { System.out.println("Other is initialised"); }
}
