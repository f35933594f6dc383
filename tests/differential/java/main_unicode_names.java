// differential: Names that are no ASCII, and escapes in the source.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        Größe größe = new Größe();
        System.out.println(größe.getClass().getName() + " " + \u0022escaped \u00e9\u0022);
        größe.測る();
    }

    static class Größe {
        void 測る() { throw new IllegalStateException("ü"); }
    }
}
