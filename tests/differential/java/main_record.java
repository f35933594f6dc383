// differential: A record may hold main.
// exit: 0
// stdout: "Main[x=1, y=é] true\n"
public record Main(int x, String y) {
    public static void main(String[] args) { System.out.println(new Main(1, "é") + " " + new Main(1, "a").equals(new Main(1, "a"))); }
}
