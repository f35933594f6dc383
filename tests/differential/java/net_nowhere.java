// differential: There is no way out, and only loopback is there.
// exit: 0
import java.net.*;
import java.util.*;

public class Main {
    public static void main(String[] args) throws Exception {
        for (InetSocketAddress target : List.of(new InetSocketAddress("127.0.0.1", 1), new InetSocketAddress("192.0.2.1", 80))) {
            try (Socket socket = new Socket()) {
                socket.connect(target, 2_000);
            } catch (java.io.IOException error) {
                System.out.println(error);
            }
        }
        System.out.println(Collections.list(NetworkInterface.getNetworkInterfaces()).stream().map(NetworkInterface::getName).toList() + " " + InetAddress.getByName("localhost") + " " + InetAddress.getLocalHost().getHostName() + " " + ProxySelector.getDefault().select(URI.create("http://x/")));
        try {
            InetAddress.getByName("absent.invalid");
        } catch (UnknownHostException error) {
            System.out.println(error.getMessage());
        }
    }
}
