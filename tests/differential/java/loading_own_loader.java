// differential: A loader of the program defines a class a second time.
// exit: 0
public class Main {
    static int count;

    public static void main(String[] args) throws Exception {
        Class<?> again = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                try (var in = Main.class.getResourceAsStream("/" + name + ".class")) {
                    byte[] code = in.readAllBytes();
                    return defineClass(name, code, 0, code.length);
                } catch (Exception error) {
                    throw new ClassNotFoundException(name, error);
                }
            }
        }.loadClass("Main");
        count = 5;
        var field = again.getDeclaredField("count");
        field.setAccessible(true);
        System.out.println((again == Main.class) + " " + again.getName() + " " + field.getInt(null) + " " + again.getClassLoader().getParent());
    }
}
