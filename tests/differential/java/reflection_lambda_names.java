// differential: The names of lambdas' classes are numbered from a fixed start.
// exit: 0
// stdout: "Main$$Lambda$1 Main$$Lambda$2 Main$1\n"
public class Main {
    public static void main(String[] args) throws Exception {
        Runnable first = () -> { }, second = () -> System.out.println();
        System.out.println(first.getClass().getSimpleName().replaceAll("/.*", "") + " " + second.getClass().getSimpleName().replaceAll("/.*", "") + " " + new Object() { }.getClass().getName());
    }
}
