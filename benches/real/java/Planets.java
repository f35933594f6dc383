// Bodies that attract each other, and a sieve: floating-point numbers and a long loop, next to no memory.
import java.util.BitSet;
import java.util.Locale;

public class Main {
    static final int SEED = 271828;

    static final class Body {
        double x, y, z, vx, vy, vz;
        final double mass;

        Body(double x, double z, double vy, double mass) {
            this.x = x;
            this.z = z;
            this.vy = vy;
            this.mass = mass;
        }
    }

    // A heavy body in the middle and four light ones around it.
    static Body[] system(int seed) {
        Body[] bodies = new Body[5];
        bodies[0] = new Body(0, 0, 0, 39.5);
        for (int place = 1; place < 5; place++) {
            double distance = place + (seed % 1000) / 10000.0;
            bodies[place] = new Body(distance, 0.01 * place, Math.sqrt(39.5 / distance), 0.001 * place);
        }
        return bodies;
    }

    static void advance(Body[] bodies, double step, int count) {
        for (int turn = 0; turn < count; turn++) {
            for (int i = 0; i < bodies.length; i++) {
                Body a = bodies[i];
                for (int j = i + 1; j < bodies.length; j++) {
                    Body b = bodies[j];
                    double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
                    double squared = dx * dx + dy * dy + dz * dz;
                    double pull = step / (squared * Math.sqrt(squared));
                    double ofA = a.mass * pull, ofB = b.mass * pull;
                    a.vx -= dx * ofB;
                    a.vy -= dy * ofB;
                    a.vz -= dz * ofB;
                    b.vx += dx * ofA;
                    b.vy += dy * ofA;
                    b.vz += dz * ofA;
                }
            }
            for (Body body : bodies) {
                body.x += step * body.vx;
                body.y += step * body.vy;
                body.z += step * body.vz;
            }
        }
    }

    static double energy(Body[] bodies) {
        double total = 0;
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
                total -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        }
        return total;
    }

    static int primes(int limit) {
        BitSet sieve = new BitSet(limit + 1);
        sieve.set(2, limit + 1);
        for (int number = 2; number * number <= limit; number = sieve.nextSetBit(number + 1)) {
            for (int multiple = number * number; multiple <= limit; multiple += number) sieve.clear(multiple);
        }
        return sieve.cardinality();
    }

    public static void main(String[] arguments) {
        Body[] bodies = system(SEED);
        System.out.println(String.format(Locale.ROOT, "%d: energy before %.9f", SEED, energy(bodies)));
        advance(bodies, 0.0005, 800_000);
        System.out.println(String.format(Locale.ROOT, "energy after %.9f", energy(bodies)));
        System.out.println(primes(5_000_000 + SEED % 1000) + " primes");
    }
}
