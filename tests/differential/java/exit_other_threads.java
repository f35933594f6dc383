// differential: The program goes on until its last thread ends, after main has failed too.
// exit: 1
public class Main {
    public static void main(String[] args) throws Exception {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException error) {
                return;
            }
            System.out.println("the other thread ends");
        });
        thread.start();
        throw new RuntimeException("main ends");
    }
}
