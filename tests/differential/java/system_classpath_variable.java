// differential: CLASSPATH does not matter beside the option.
// env: {"CLASSPATH": "/nowhere"}
// exit: 0
// stdout: "/work/.classes:/work\n"
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.getProperty("java.class.path"));
    }
}
