// differential: Messages of null pointers name the expression.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        int[][] table = new int[1][];
        Node node = new Node();
        Runnable[] attempts = {() -> System.out.println(table[0][1]), () -> System.out.println(node.next.next), () -> node.call().length(), () -> { throw null; }, () -> { synchronized (node.next) { } }};
        for (Runnable attempt : attempts) {
            try {
                attempt.run();
            } catch (NullPointerException error) {
                System.out.println(error.getMessage());
            }
        }
    }

    static class Node {
        Node next;
        String call() { return null; }
    }
}
