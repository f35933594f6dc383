// differential: main stands in a superclass of Main: the class that is started is the same one.
// exit: 0
public class Main extends Parent {
    static { System.out.println("Main is initialised"); }
}

class Parent {
    static { System.out.println("Parent is initialised"); }

    public static void main(String[] args) {
        System.out.println("main of Parent, " + new Throwable().getStackTrace().length + " frame");
    }
}
