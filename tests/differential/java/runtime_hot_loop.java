// differential: A loop that is compiled while it runs gives what the interpreter gives.
// exit: 0
// stdout: "7813131929076312555 15.085873153425046\n"
public class Main {
    public static void main(String[] args) throws Exception {
        long hash = 7;
        for (int n = 0; n < 20_000_000; n++) hash = hash * 31 + (n ^ (hash >>> 17));
        double sum = 0;
        for (int n = 1; n < 2_000_000; n++) sum += 1.0 / n;
        System.out.println(hash + " " + sum);
    }
}
