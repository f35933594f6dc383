// differential: Identity hashes follow a fixed sequence in each thread, which a program can see.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(new Object() + " " + new Object() + " " + new int[0]);
        System.out.println(System.identityHashCode(Main.class) + " " + System.identityHashCode(Thread.currentThread()) + " " + System.identityHashCode(null));
    }
}
