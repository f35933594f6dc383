// differential: A main that is not static is told about.
// exit: 1
public class Main {
    public void main(String[] args) { System.out.println("never"); }
}
