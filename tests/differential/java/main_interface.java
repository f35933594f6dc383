// differential: An interface may hold main.
// exit: 0
// stdout: "true 0\n"
public interface Main {
    static void main(String... args) {
        System.out.println(Main.class.isInterface() + " " + args.length);
    }
}
