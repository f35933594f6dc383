// differential: The class loaders and what they loaded.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        ClassLoader loader = Main.class.getClassLoader();
        for (; loader != null; loader = loader.getParent()) System.out.println(loader.getName() + " " + loader.getClass().getName());
        System.out.println(String.class.getClassLoader() + " " + java.sql.Date.class.getClassLoader().getName() + " " + (ClassLoader.getSystemClassLoader() == Main.class.getClassLoader()) + " " + Main.class.getClassLoader().getDefinedPackages().length);
    }
}
