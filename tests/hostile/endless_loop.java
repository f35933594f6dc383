// expect: time_limit
// limits: {"wall_time_ms": 1500}
// within: 4000
public class Main {
    public static void main(String[] args) {
        while (true) Thread.onSpinWait();
    }
}
