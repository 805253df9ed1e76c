package stiffsweep.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.result.NamedTensor;

class SafetensorsTest {

    private static final NamedTensor ROW = new NamedTensor("layers.0.weight", List.of(1, 2), new double[] {1, -2.5});

    @Test
    void aFileIsALengthAHeaderAndTheNumbers() {
        ByteBuffer file = ByteBuffer.wrap(Safetensors.bytes(List.of(ROW))).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) file.getLong()];
        file.get(header);

        assertThat(new String(header, UTF_8).strip())
                .isEqualTo("{\"layers.0.weight\":{\"data_offsets\":[0,8],\"dtype\":\"F32\",\"shape\":[1,2]}}");
        assertThat(header.length % 8).isZero();
        assertThat(file.getFloat()).isEqualTo(1f);
        assertThat(file.getFloat()).isEqualTo(-2.5f);
        assertThat(file.hasRemaining()).isFalse();
    }

    @Test
    void numbersThatNeedMoreBitsMakeTheWholeFileDouble() {
        NamedTensor scalar = new NamedTensor("rate", List.of(), new double[] {0.1});

        byte[] file = Safetensors.bytes(List.of(ROW, scalar));

        assertThat(new String(file, UTF_8)).contains("F64").doesNotContain("F32");
        assertThat(SafetensorsFile.read(file).tensor("rate").values()).containsExactly(0.1);
        assertThat(SafetensorsFile.read(file).tensor("rate").shape()).isEmpty();
        assertThat(SafetensorsFile.read(file).tensor("layers.0.weight").values())
                .containsExactly(1, -2.5);
    }
}
