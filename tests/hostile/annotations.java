// Names a processor that javac would run while it compiles, and asks for a class of the host.
// row: C3
// expect: compile_error | runtime_error
import javax.annotation.processing.Completion;

@Processor
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(new String(java.nio.file.Files.readAllBytes(java.nio.file.Path.of("/etc/shadow"))));
    }
}
