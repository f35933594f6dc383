// differential: Method handles, var handles, lambdas and their classes.
// exit: 0
import java.lang.invoke.*;

public class Main {
    public static void main(String[] args) throws Throwable {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodHandle concat = lookup.findVirtual(String.class, "concat", MethodType.methodType(String.class, String.class));
        System.out.println((String) concat.invokeExact("a", "b") + " " + concat.type() + " " + lookup);
        VarHandle handle = lookup.findStaticVarHandle(Main.class, "number", int.class);
        System.out.println((int) handle.getAndAdd(2) + " " + number + " " + handle.compareAndSet(3, 9) + " " + number);
        Runnable lambda = () -> { };
        System.out.println(lambda.getClass().isHidden() + " " + lambda.getClass().getName().replaceAll("Lambda.*", "Lambda") + " " + lambda.getClass().isSynthetic());
        try {
            concat.invoke("a", 1);
        } catch (WrongMethodTypeException error) {
            System.out.println(error.getMessage());
        }
    }

    static int number = 1;
}
