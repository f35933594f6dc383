// differential: Seeded random numbers are fixed, unseeded ones differ.
// exit: 0
import java.util.*;
import java.util.concurrent.ThreadLocalRandom;

public class Main {
    public static void main(String[] args) throws Exception {
        Random random = new Random(42);
        System.out.println(random.nextInt(100) + " " + random.nextDouble() + " " + random.nextGaussian() + " " + random.nextLong() + " " + new SplittableRandom(7).nextInt(1_000));
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5));
        Collections.shuffle(list, new Random(1));
        System.out.println(list + " " + UUID.nameUUIDFromBytes(new byte[] {1}) + " " + UUID.randomUUID().version());
        Set<Object> seen = new HashSet<>();
        for (int n = 0; n < 3; n++) seen.add(new Random().nextLong());
        for (int n = 0; n < 3; n++) seen.add(ThreadLocalRandom.current().nextLong());
        for (int n = 0; n < 3; n++) seen.add(new java.security.SecureRandom().nextLong());
        System.out.println(seen.size() + " " + (Math.random() < 1));
    }
}
