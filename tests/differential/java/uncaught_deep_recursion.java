// differential: A hundred thousand calls fit into the stack of main.
// exit: 0
// stdout: "5000050000\n"
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(sum(100_000));
    }

    static long sum(long n) { return n == 0 ? 0 : n + sum(n - 1); }
}
