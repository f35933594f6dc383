// differential: A selector over non-blocking channels, and a datagram.
// exit: 0
import java.net.*;
import java.nio.*;
import java.nio.channels.*;

public class Main {
    public static void main(String[] args) throws Exception {
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        System.out.println(selector.selectNow());
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        System.out.println(selector.select(5_000) + " " + selector.selectedKeys().iterator().next().isAcceptable() + " " + selector.provider().getClass().getSimpleName());
        try (DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            udp.send(new DatagramPacket("datagram".getBytes(), 8, udp.getLocalSocketAddress()));
            DatagramPacket got = new DatagramPacket(new byte[20], 20);
            udp.receive(got);
            System.out.println(new String(got.getData(), 0, got.getLength()));
        }
    }
}
