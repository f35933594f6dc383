// differential: Direct buffers, and too much of them.
// exit: 0
import java.nio.*;

public class Main {
    public static void main(String[] args) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocateDirect(16).order(ByteOrder.LITTLE_ENDIAN).putInt(1).flip();
        System.out.println(buffer.isDirect() + " " + buffer.getInt() + " " + buffer);
        try {
            java.util.List<ByteBuffer> kept = new java.util.ArrayList<>();
            while (true) kept.add(ByteBuffer.allocateDirect(1 << 30));
        } catch (OutOfMemoryError error) {
            System.out.println(error.getMessage().replaceAll("\\d+", "N"));
        }
    }
}
