import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Derives sources of the kernel from those that are written: what is in float32 in float64 too, and the loops on one lane
 * on vectors of jdk.incubator.vector too. Each rule replaces words; there is no other difference.
 *
 * <p>{@code java DeriveKernel.java src/main/java target/generated-sources/kernel}
 */
final class DeriveKernel {

    private static final Path KERNEL = Path.of("stiffsweep", "kernel");

    private DeriveKernel() {}

    public static void main(String[] folders) throws IOException {
        Path written = Path.of(folders[0]).resolve(KERNEL);
        Path derived = Path.of(folders[1]).resolve(KERNEL);
        for (Path folder : List.of(Path.of(""), Path.of("lane"), Path.of("plain"))) {
            for (Path source : sources(written.resolve(folder))) {
                Path twin = source.resolveSibling(inFloat64(source.getFileName().toString()));
                if (!Files.exists(twin)) {
                    write(derived.resolve(folder).resolve(twin.getFileName()), inFloat64(Files.readString(source)));
                }
            }
        }
        for (Path root : List.of(written, derived)) {
            for (Path source : sources(root.resolve("plain"))) {
                write(derived.resolve("vector").resolve(source.getFileName()), onVectors(Files.readString(source)));
            }
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    /**
     * The bits of a number are whole numbers too, in the one class that is about nothing else. Casts go:
     * only what is in float64 may be cast.
     */
    private static String inFloat64(String source) {
        String bits = source.contains("record IntVector") ? source.replaceAll("\\bint\\b", "long") : source;
        return bits.replace("(float) ", "")
                .replace("float32", "float64")
                .replaceAll("([0-9])f\\b", "$1d")
                .replace("reinterpretAsInts", "reinterpretAsLongs")
                .replace("floatToRawIntBits", "doubleToRawLongBits")
                .replace("intBitsToFloat", "longBitsToDouble")
                .replace("IntVector", "LongVector")
                .replace("Float", "Double")
                .replace("float", "double");
    }

    private static String onVectors(String source) {
        return source.replace("stiffsweep.kernel.plain", "stiffsweep.kernel.vector")
                .replace("stiffsweep.kernel.lane", "jdk.incubator.vector");
    }

    /** A file that is as it should be keeps its time, so that nothing is compiled again for it. */
    private static void write(Path file, String text) {
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the derived source " + file + " must be writable", e);
        }
    }
}
