// Reads lines, writes them into files and reads those again, and prints a lot.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

public class Main {
    static final int SEED = 271828;

    record Entry(String name, long number) {}

    public static void main(String[] arguments) throws IOException {
        String temporary = System.getenv().getOrDefault("TMPDIR", "/tmp");
        Path folder = Path.of(temporary, "files-" + SEED);

        List<String> lines = new ArrayList<>();
        Map<String, List<Entry>> byWord = new TreeMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] parts = line.split(" ");
            Entry entry = new Entry(parts[1], Long.parseLong(parts[2]));
            byWord.computeIfAbsent(parts[0], missing -> new ArrayList<>()).add(entry);
            lines.add(line);
        }

        Files.createDirectory(folder);
        for (int turn = 0; turn < 100; turn++) {
            for (Map.Entry<String, List<Entry>> ofWord : byWord.entrySet()) {
                StringBuilder text = new StringBuilder();
                List<Entry> entries = ofWord.getValue();
                for (int i = turn; i < entries.size(); i += 100) {
                    text.append(entries.get(i).name()).append(' ').append(entries.get(i).number() + SEED).append('\n');
                }
                Files.writeString(folder.resolve(ofWord.getKey() + "-" + turn + ".txt"), text);
            }
        }

        long total = 0;
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) total += Long.parseLong(line.split(" ")[1]);
            Files.delete(file);
        }
        Files.delete(folder);

        for (int turn = 0; turn < lines.size(); turn++) {
            String line = lines.get(turn);
            System.out.println(turn + " " + SEED + " " + line + " " + line.length() + " " + "*".repeat(turn % 24));
        }
        System.out.println(lines.size() + " lines, " + files.size() + " files, total " + total);
    }
}
