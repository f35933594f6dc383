// differential: Pools: futures, errors, scheduled tasks, shutdown.
// exit: 1
import java.util.*;
import java.util.concurrent.*;

public class Main {
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<Integer>> results = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            int number = n;
            results.add(pool.submit(() -> number * number));
        }
        for (Future<Integer> result : results) System.out.print(result.get() + " ");
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        System.out.println(timer.schedule(() -> Thread.currentThread().getName(), 5, TimeUnit.MILLISECONDS).get() + " " + pool.invokeAny(List.of(() -> "any")));
        timer.shutdownNow();
        Future<?> failing = pool.submit(() -> { throw new IllegalStateException("in a task"); });
        pool.shutdown();
        System.out.println(pool.awaitTermination(5, TimeUnit.SECONDS) + " " + pool.isTerminated());
        try {
            pool.submit(() -> 1);
        } catch (RejectedExecutionException error) {
            System.out.println("rejected");
        }
        failing.get();
    }
}
