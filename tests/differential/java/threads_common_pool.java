// differential: The common pool and parallel streams on the processors there are.
// exit: 0
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(Runtime.getRuntime().availableProcessors() + " " + ForkJoinPool.getCommonPoolParallelism() + " " + ForkJoinPool.commonPool().getPoolSize());
        System.out.println(IntStream.range(0, 1_000).parallel().map(n -> n * 2).sum() + " " + IntStream.range(0, 100).parallel().boxed().sorted().findFirst().get());
    }
}
