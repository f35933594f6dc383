// differential: Services that are there by themselves, and one of the program's own.
// exit: 0
import java.util.ServiceLoader;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(ServiceLoader.load(Runnable.class).findFirst().isPresent() + " " + java.nio.file.spi.FileSystemProvider.installedProviders().size() + " " + javax.tools.ToolProvider.getSystemJavaCompiler().getClass().getSimpleName() + " " + javax.script.ScriptEngineManager.class.getName());
        for (var provider : java.security.Security.getProviders()) System.out.print(provider.getName() + " ");
        System.out.println();
    }
}
