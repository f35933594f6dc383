// differential: A class whose file was removed is missing when it is used.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(new java.io.File("/work/.classes/Gone.class").delete());
        System.out.println(new Gone());
    }
}

class Gone { }
