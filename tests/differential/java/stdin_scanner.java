// differential: A Scanner: tokens, numbers, patterns, and the end.
// exit: 1
// stdin: "12 3.5 word\nrest of line\n0x1F true\n"
public class Main {
    public static void main(String[] args) throws Exception {
        java.util.Scanner scanner = new java.util.Scanner(System.in);
        System.out.println(scanner.nextInt() + scanner.nextDouble() + scanner.next() + "|" + scanner.nextLine() + "|" + scanner.nextLine());
        System.out.println(scanner.hasNextInt() + " " + scanner.next("0x\\w+") + " " + scanner.nextBoolean() + " " + scanner.hasNext());
        scanner.nextLine();
        System.out.println(scanner.nextLine());
    }
}
