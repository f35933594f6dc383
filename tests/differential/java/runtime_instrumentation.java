// differential: No agent is there, and the tools' interface is closed.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(ModuleLayer.boot().findModule("java.instrument").isPresent() + " " + ModuleLayer.boot().modules().size());
        ModuleLayer.boot().modules().stream().map(Module::getName).sorted().forEach(name -> System.out.print(name + " "));
        System.out.println();
    }
}
