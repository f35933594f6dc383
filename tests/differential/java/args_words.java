// differential: Arguments reach main as they were sent, empty and unicode ones too.
// args: ["plain", "", "two words", "naïve ☃", "-X", "--", "a=b", "line\nbreak", "-Dx=y", "@file"]
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(args.length);
        for (String word : args) System.out.println("<" + word + "> " + word.length());
    }
}
