package stiffsweep.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stiffsweep.result.ArrayLength;
import stiffsweep.result.NamedTensor;

/**
 * Writes tensors in the format safetensors (github.com/huggingface/safetensors): the length of a header, the header as
 * JSON, the numbers, all little-endian. PyTorch reads it by {@code safetensors.torch.load_file}.
 */
public final class Safetensors {

    /** The header is padded so that the numbers start at a multiple of this [bytes]. */
    private static final int ALIGNMENT = 8;

    private Safetensors() {}

    /** A file with some tensors: F32 where no number needs more, F64 otherwise. */
    public static byte[] bytes(List<NamedTensor> tensors) {
        boolean isNarrow = tensors.stream().allMatch(Safetensors::isNarrow);
        int width = isNarrow ? Float.BYTES : Double.BYTES;
        byte[] header = header(tensors, isNarrow ? "F32" : "F64", width).getBytes(UTF_8);
        long numbers =
                tensors.stream().mapToLong(tensor -> tensor.values().length).sum();
        int length = ArrayLength.of("the bytes of a checkpoint", Long.BYTES + header.length + numbers * width);
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header);
        for (NamedTensor tensor : tensors) {
            for (double value : tensor.values()) {
                if (isNarrow) {
                    file.putFloat((float) value);
                } else {
                    file.putDouble(value);
                }
            }
        }
        return file.array();
    }

    private static boolean isNarrow(NamedTensor tensor) {
        return Arrays.stream(tensor.values()).allMatch(value -> Double.compare((float) value, value) == 0);
    }

    private static String header(List<NamedTensor> tensors, String type, int width) {
        Map<String, Object> entries = new TreeMap<>();
        long start = 0;
        for (NamedTensor tensor : tensors) {
            long end = start + (long) tensor.values().length * width;
            entries.put(
                    tensor.name(), Map.of("dtype", type, "shape", tensor.shape(), "data_offsets", List.of(start, end)));
            start = end;
        }
        String json = ConfigValueFactory.fromMap(entries).render(ConfigRenderOptions.concise());
        int length = json.getBytes(UTF_8).length;
        return json + " ".repeat(Math.floorMod(-length, ALIGNMENT));
    }
}
