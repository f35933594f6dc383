// differential: A pipeline of processes, and exit futures.
// exit: 0
import java.util.List;

public class Main {
    public static void main(String[] args) throws Exception {
        List<Process> pipeline = ProcessBuilder.startPipeline(List.of(new ProcessBuilder("seq", "10"), new ProcessBuilder("grep", "1"), new ProcessBuilder("wc", "-l")));
        System.out.print(new String(pipeline.get(2).getInputStream().readAllBytes()));
        System.out.println(pipeline.get(0).onExit().get().exitValue());
    }
}
