package stiffsweep.tensor;

import ai.djl.ndarray.types.DataType;
import java.util.Locale;

/** The floating-point precision of a computation. */
public enum Precision {
    FLOAT32(DataType.FLOAT32),
    FLOAT64(DataType.FLOAT64);

    private final DataType dataType;

    Precision(DataType dataType) {
        this.dataType = dataType;
    }

    /** The precision with a name as in a sweep file: {@code float32} or {@code float64}. */
    public static Precision named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    DataType dataType() {
        return dataType;
    }
}
