// differential: Another virtual machine, started by the program.
// exit: 7
public class Main {
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            System.out.println("child " + args[0] + " " + System.getProperty("given") + " " + Runtime.getRuntime().maxMemory() / (1 << 20));
            System.exit(7);
        }
        String java = System.getProperty("java.home") + "/bin/java";
        System.exit(new ProcessBuilder(java, "-Xmx32m", "-XX:+UseSerialGC", "-Dgiven=é", "-cp", System.getProperty("java.class.path"), "Main", "word").inheritIO().start().waitFor());
    }
}
