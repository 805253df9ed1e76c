package stiffsweep.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, for names and seeds that depend on content only. */
public final class ContentHash {

    private ContentHash() {}

    /** The first {@code digits} hexadecimal digits of the hash of a text. */
    public static String hex(String text, int digits) {
        return hex(text.getBytes(UTF_8), digits);
    }

    /** The first {@code digits} hexadecimal digits of the hash of some bytes. */
    public static String hex(byte[] content, int digits) {
        return HexFormat.of().formatHex(sha256(content)).substring(0, digits);
    }

    /** A seed for one purpose ("weights", "points" ..) that is independent of the seeds for other purposes. */
    public static long seed(long seed, String purpose) {
        return ByteBuffer.wrap(sha256((seed + "/" + purpose).getBytes(UTF_8))).getLong();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
