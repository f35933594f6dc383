// differential: JDK_JAVA_OPTIONS is put before the command line, and told on stderr.
// env: {"JDK_JAVA_OPTIONS": "-Dgiven=by-the-launcher -Xint"}
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.getProperty("given") + " " + System.getProperty("java.vm.info"));
    }
}
