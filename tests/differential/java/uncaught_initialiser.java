// differential: A class whose initialiser failed stays broken.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        for (int n = 0; n < 2; n++) {
            try {
                System.out.println(Broken.value);
            } catch (Throwable error) {
                System.out.println(error + " <- " + error.getCause());
            }
        }
        System.out.println(Broken.value);
    }
}

class Broken {
    static int value = 1 / Integer.parseInt("0");
}
