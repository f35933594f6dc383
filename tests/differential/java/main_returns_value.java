// differential: A main that returns a value is told about.
// exit: 1
public class Main {
    public static int main(String[] args) { return 3; }
}
