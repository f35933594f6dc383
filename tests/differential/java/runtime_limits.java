// differential: Memory and processors as the runtime tells them, in coarse steps.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        Runtime runtime = Runtime.getRuntime();
        System.out.println(runtime.maxMemory() / (8 << 20) + " " + runtime.availableProcessors() + " " + (runtime.totalMemory() - runtime.freeMemory() < 8 << 20) + " " + Runtime.version());
    }
}
