// differential: What the virtual machine says of null, casts, indexes, division and arrays.
// exit: 0
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Object[] objects = new String[1];
        int[] numbers = new int[2];
        String none = null;
        List<Runnable> attempts = List.of(() -> none.trim(), () -> System.out.println((Integer) (Object) "x"), () -> numbers[2] = 1, () -> System.out.println(1 / numbers[0]), () -> objects[0] = 1, () -> { int[] n = new int[-1]; }, () -> "abc".substring(5), () -> List.of(1).add(2), () -> new ArrayList<>(List.of(1, 2)).forEach(n -> List.of().iterator().next()), () -> Integer.parseInt("1x"), () -> Optional.empty().get(), () -> Thread.State.valueOf("X"), () -> Objects.requireNonNull(none, "must be there"));
        for (Runnable attempt : attempts) {
            try {
                attempt.run();
            } catch (RuntimeException error) {
                System.out.println(error);
            }
        }
    }
}
