// differential: Members, annotations, generics, records and proxies by reflection.
// exit: 0
import java.lang.annotation.*;
import java.lang.reflect.*;
import java.util.*;

public class Main {
    @Retention(RetentionPolicy.RUNTIME) @interface Mark { String value() default "default"; int[] numbers() default {}; }

    sealed interface Shape permits Square { }

    @Mark(numbers = {1, 2})
    record Square(@Mark("side") double side, List<? extends Number> more) implements Shape { }

    public static void main(String[] args) throws Exception {
        System.out.println(Arrays.toString(Square.class.getRecordComponents()) + " " + Square.class.getAnnotation(Mark.class) + " " + Arrays.toString(Shape.class.getPermittedSubclasses()));
        System.out.println(Square.class.getDeclaredConstructors()[0].toGenericString() + " " + Modifier.toString(Square.class.getModifiers()));
        Runnable proxy = (Runnable) Proxy.newProxyInstance(Main.class.getClassLoader(), new Class<?>[] {Runnable.class}, (self, method, words) -> {
            System.out.println("called " + method.getName());
            return null;
        });
        proxy.run();
        try {
            Main.class.getDeclaredMethod("fails").invoke(null);
        } catch (InvocationTargetException error) {
            System.out.println(error + " <- " + error.getCause());
        }
        try {
            Field value = String.class.getDeclaredField("value");
            value.setAccessible(true);
        } catch (InaccessibleObjectException error) {
            System.out.println(error.getMessage().replaceAll("@\\w+", "@N"));
        }
    }

    static void fails() { throw new IllegalStateException("inside"); }
}
