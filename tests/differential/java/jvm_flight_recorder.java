// differential: No recording is going on.
// exit: 0
// stdout: "true false\n"
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(jdk.jfr.FlightRecorder.isAvailable() + " " + jdk.jfr.FlightRecorder.isInitialized());
    }
}
