// differential: Channels: mapped files, locks, positions, random access.
// exit: 0
import java.io.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.file.*;

public class Main {
    public static void main(String[] args) throws Exception {
        try (FileChannel channel = FileChannel.open(Path.of("data"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, 16);
            mapped.put("0123456789".getBytes());
            System.out.println(channel.size() + " " + channel.lock().isValid() + " " + mapped.get(3));
            try {
                channel.lock();
            } catch (OverlappingFileLockException error) {
                System.out.println(error);
            }
        }
        try (RandomAccessFile file = new RandomAccessFile("data", "rw")) {
            file.seek(8);
            file.writeUTF("é");
            System.out.println(file.length() + " " + file.getFilePointer() + " " + Files.mismatch(Path.of("data"), Path.of("data")));
        }
    }
}
