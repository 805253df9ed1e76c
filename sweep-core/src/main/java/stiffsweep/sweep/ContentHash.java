package stiffsweep.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, for names and seeds that depend on content only. */
public final class ContentHash {

    private ContentHash() {}

    /** The first {@code digits} hexadecimal digits of the hash of a text. */
    public static String hex(String text, int digits) {
        return hex(sha256(text), digits);
    }

    /**
     * The first {@code digits} hexadecimal digits of the hash of a file.
     *
     * @throws IOException if it cannot be read
     */
    public static String ofFile(Path file, int digits) throws IOException {
        MessageDigest hash = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), hash)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return hex(hash.digest(), digits);
    }

    private static String hex(byte[] hash, int digits) {
        return HexFormat.of().formatHex(hash).substring(0, digits);
    }

    /** A seed for one purpose ("weights", "points" ..) that is independent of the seeds for other purposes. */
    public static long seed(long seed, String purpose) {
        return ByteBuffer.wrap(sha256(seed + "/" + purpose)).getLong();
    }

    private static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
