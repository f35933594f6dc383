// differential: Compiled and source files can be looked at, moved and removed; their times are of now.
// exit: 0
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.util.*;
import java.util.stream.*;

public class Main {
    public static void main(String[] args) throws Exception {
        for (String name : List.of("Main.java", ".classes", ".classes/Main.class")) {
            PosixFileAttributes seen = Files.readAttributes(Path.of(name), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            long age = System.currentTimeMillis() - seen.lastModifiedTime().toMillis();
            System.out.println(name + " " + seen.isDirectory() + " " + PosixFilePermissions.toString(seen.permissions()) + " " + seen.owner() + " " + seen.group() + " " + (age >= -1000 && age < 60_000));
        }
        Files.move(Path.of("Main.java"), Path.of("Other.java"));
        Files.copy(Path.of(".classes/Main.class"), Path.of("Copy.class"));
        Files.delete(Path.of(".classes/Main.class"));
        Files.delete(Path.of(".classes"));
        try (Stream<Path> left = Files.list(Path.of("."))) { left.map(Path::toString).sorted().forEach(System.out::println); }
        System.out.println(new java.io.File("/work").getFreeSpace() > 60L << 20);
    }
}
