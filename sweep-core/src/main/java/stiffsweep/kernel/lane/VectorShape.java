package stiffsweep.kernel.lane;

/** The size of a vector. */
public record VectorShape(int bits) {

    /** The shape that has so many bits; a vector of one lane has one lane whatever they are. */
    public static VectorShape forBitSize(int bits) {
        return new VectorShape(bits);
    }
}
