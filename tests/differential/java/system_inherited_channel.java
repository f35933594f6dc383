// differential: There is no inherited channel and no security manager.
// exit: 0
public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(System.inheritedChannel() + " " + System.getSecurityManager());
        try {
            System.setSecurityManager(new SecurityManager());
        } catch (UnsupportedOperationException error) {
            System.out.println(error.getMessage());
        }
    }
}
