// differential: How deep other threads get: as deep as main, or as their size allows.
// exit: 0
// stdout: "true true true\n"
public class Main {
    public static void main(String[] args) throws Exception {
        int[] depths = new int[2];
        for (int n = 0; n < 2; n++) {
            int index = n;
            Thread thread = new Thread(null, () -> {
                try {
                    down(depths, index);
                } catch (StackOverflowError error) {
                    return;
                }
            }, "deep", n == 0 ? 0 : 256 << 10);
            thread.start();
            thread.join();
        }
        System.out.println((depths[0] > 50_000) + " " + (depths[1] < 20_000) + " " + (depths[1] > 500));
    }

    static void down(int[] depths, int index) {
        depths[index]++;
        down(depths, index);
    }
}
