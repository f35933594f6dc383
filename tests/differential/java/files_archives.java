// differential: Zip and jar files, gzip, and checksums.
// exit: 0
import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

public class Main {
    public static void main(String[] args) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream("pack.zip"))) {
            ZipEntry entry = new ZipEntry("inside.txt");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write("inside".getBytes());
        }
        try (FileSystem zip = FileSystems.newFileSystem(Path.of("pack.zip"))) {
            System.out.println(Files.readString(zip.getPath("inside.txt")) + " " + zip.getClass().getSimpleName());
        }
        CRC32 checksum = new CRC32();
        checksum.update("x".getBytes());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000]);
        }
        System.out.println(Long.toHexString(checksum.getValue()) + " " + (packed.size() < 100) + " " + new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).readAllBytes().length);
    }
}
