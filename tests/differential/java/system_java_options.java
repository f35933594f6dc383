// differential: JAVA_TOOL_OPTIONS is obeyed, and told on stderr.
// env: {"JAVA_TOOL_OPTIONS": "-Dgiven=by-a-variable -ea"}
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.getProperty("given") + " " + Main.class.desiredAssertionStatus());
    }
}
