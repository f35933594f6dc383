// differential: Completable futures: chains, combinations, errors, time limits.
// exit: 0
import java.util.concurrent.*;

public class Main {
    public static void main(String[] args) throws Exception {
        CompletableFuture<Integer> number = CompletableFuture.supplyAsync(() -> 20).thenCombine(CompletableFuture.supplyAsync(() -> 22), Integer::sum);
        System.out.println(number.get() + " " + number.thenApply(n -> n / 0).handle((n, error) -> error.toString()).join());
        try {
            new CompletableFuture<>().orTimeout(10, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException error) {
            System.out.println(error.getCause());
        }
        System.out.println(CompletableFuture.allOf(number, CompletableFuture.runAsync(() -> { })).isCompletedExceptionally() + " " + new CompletableFuture<>().completeOnTimeout("late", 5, TimeUnit.MILLISECONDS).get());
    }
}
