// differential: Too much memory that nobody catches.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        StringBuilder text = new StringBuilder("x");
        while (true) text.append(text);
    }
}
