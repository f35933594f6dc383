// differential: A private main is not found.
// exit: 1
public class Main {
    private static void main(String[] args) { System.out.println("never"); }
}
