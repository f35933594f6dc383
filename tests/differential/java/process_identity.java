// differential: Session, group, parent, users, mask, limits of the process.
// exit: 0
import java.nio.file.*;

public class Main {
    public static void main(String[] args) throws Exception {
        String[] stat = Files.readString(Path.of("/proc/self/stat")).split(" ");
        System.out.println(stat[1] + " " + stat[3] + " " + stat[4].equals(stat[0]) + " " + stat[5].equals(stat[0]) + " " + stat[6] + " " + stat[17] + " " + stat[18] + " " + stat[37]);
        System.out.println(Files.readString(Path.of("/proc/self/cmdline")).replace('\0', ' ').replaceAll("=\\d+", "=N"));
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) if (line.matches("(Name|Umask|Cap.*|NoNewPrivs|Seccomp|SigIgn|SigBlk|SigPnd|Groups):.*")) System.out.println(line);
        for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) System.out.println(line.replaceAll(" +", " "));
    }
}
