// differential: A child inherits what was not read.
// stdin: "for the child\n"
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(new ProcessBuilder("cat").inheritIO().start().waitFor());
        System.out.println(System.in.read());
    }
}
