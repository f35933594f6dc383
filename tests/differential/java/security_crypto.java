// differential: Digests, keys, ciphers and providers.
// exit: 0
import java.math.BigInteger;
import java.security.*;
import javax.crypto.*;
import javax.crypto.spec.*;

public class Main {
    public static void main(String[] args) throws Exception {
        System.out.println(new BigInteger(1, MessageDigest.getInstance("SHA-256").digest("x".getBytes())).toString(16) + " " + Security.getProviders()[0].getName() + " " + new SecureRandom().getAlgorithm());
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], "AES"), new IvParameterSpec(new byte[16]));
        System.out.println(java.util.HexFormat.of().formatHex(cipher.doFinal("secret".getBytes())) + " " + Cipher.getMaxAllowedKeyLength("AES"));
        try {
            MessageDigest.getInstance("NOTHING");
        } catch (NoSuchAlgorithmException error) {
            System.out.println(error.getMessage());
        }
    }
}
