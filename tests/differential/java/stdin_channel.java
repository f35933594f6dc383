// differential: Standard input as a channel.
// stdin: "through a channel"
// exit: 0
// stdout: "through|10\n"
import java.nio.*;
import java.nio.channels.*;

public class Main {
    public static void main(String[] args) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(7);
        ReadableByteChannel channel = Channels.newChannel(System.in);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) { }
        System.out.println(new String(buffer.array()) + "|" + System.in.available());
    }
}
