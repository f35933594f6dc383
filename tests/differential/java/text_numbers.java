// differential: Arithmetic: overflow, floating point, big numbers, shifts.
// exit: 0
import java.math.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println((Integer.MAX_VALUE + 1) + " " + (byte) 200 + " " + (int) 1e20 + " " + (char) 65 + " " + 7 / -2 + " " + 7 % -2 + " " + Math.floorMod(-7, 2) + " " + (1 << 33) + " " + (-1 >>> 28) + " " + 0.1f + 0.2 + " " + 1.0 / 0 + " " + 0.0 / 0 + " " + (0.1 + 0.2) + " " + 'a' + 1);
        System.out.println(BigInteger.TWO.pow(100) + " " + new BigDecimal("1").divide(new BigDecimal("7"), MathContext.DECIMAL64) + " " + new BigDecimal(0.1) + " " + Math.sqrt(2) + " " + StrictMath.sin(1) + " " + Long.toUnsignedString(-1) + " " + Double.toHexString(0.1) + " " + Float.MIN_VALUE + " " + Integer.toBinaryString(10) + " " + Character.getName('☃'));
        try {
            Math.addExact(Integer.MAX_VALUE, 1);
        } catch (ArithmeticException error) {
            System.out.println(error.getMessage());
        }
    }
}
