// differential: A class without main is told about.
// exit: 1
public class Main {
    static void main(int[] args) { System.out.println("never"); }
}
