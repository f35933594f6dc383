// differential: The end of an empty input in every way.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.in.read() + " " + System.in.readAllBytes().length + " " + new java.io.BufferedReader(new java.io.InputStreamReader(System.in)).readLine());
        new java.util.Scanner(System.in).nextInt();
    }
}
