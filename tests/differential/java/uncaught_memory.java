// differential: Too much memory is an error that can be caught.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        try {
            java.util.List<long[]> kept = new java.util.ArrayList<>();
            while (true) kept.add(new long[1 << 20]);
        } catch (OutOfMemoryError error) {
            System.out.println(error.getMessage());
        }
        try {
            int[] huge = new int[Integer.MAX_VALUE];
        } catch (OutOfMemoryError error) {
            System.out.println(error.getMessage());
        }
    }
}
