package stiffsweep.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import stiffsweep.result.NamedTensor;

/** Reads what {@link Safetensors} writes, after the format's description and not after our writer. */
public record SafetensorsFile(Map<String, NamedTensor> tensors) {

    /** The tensor of a name. */
    public NamedTensor tensor(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    /** The tensors of a file. */
    public static SafetensorsFile read(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) buffer.getLong()];
        buffer.get(header);
        Config entries = ConfigFactory.parseString(new String(header, UTF_8));
        ByteBuffer numbers = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, NamedTensor> tensors = new TreeMap<>();
        entries.root().keySet().forEach(name -> {
            Config entry = entries.getObject("\"" + name + "\"").toConfig();
            List<Integer> ends = entry.getIntList("data_offsets");
            int width = entry.getString("dtype").equals("F32") ? Float.BYTES : Double.BYTES;
            double[] values = new double[(ends.get(1) - ends.get(0)) / width];
            for (int i = 0; i < values.length; i++) {
                int at = ends.get(0) + i * width;
                values[i] = width == Float.BYTES ? numbers.getFloat(at) : numbers.getDouble(at);
            }
            tensors.put(name, new NamedTensor(name, entry.getIntList("shape"), values));
        });
        return new SafetensorsFile(tensors);
    }
}
