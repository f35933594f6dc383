// A list that grows without end.
// row: R2
// expect: memory_limit | runtime_error
import java.util.ArrayList;
import java.util.List;

public class Main {
    public static void main(String[] args) {
        List<byte[]> hog = new ArrayList<>();
        while (true) hog.add(new byte[1 << 20]);
    }
}
