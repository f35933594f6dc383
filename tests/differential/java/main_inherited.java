// differential: main is inherited from a superclass.
// exit: 0
// stdout: "Parent is initialised\nMain is initialised\nmain of Parent, 1 frame\n"
public class Main extends Parent {
    static { System.out.println("Main is initialised"); }
}

class Parent {
    static { System.out.println("Parent is initialised"); }

    public static void main(String[] args) {
        System.out.println("main of Parent, " + new Throwable().getStackTrace().length + " frame");
    }
}
