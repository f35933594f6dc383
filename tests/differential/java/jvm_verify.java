// differential: Code that is no class, and versions that are too new.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        for (byte[] code : new byte[][] {{1, 2, 3, 4}, {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 99}}) {
            try {
                new Loader().define(code);
            } catch (ClassFormatError error) {
                System.out.println(error.getClass().getName() + " " + error.getMessage());
            }
        }
    }

    static class Loader extends ClassLoader {
        Class<?> define(byte[] code) { return defineClass("Made", code, 0, code.length); }
    }
}
