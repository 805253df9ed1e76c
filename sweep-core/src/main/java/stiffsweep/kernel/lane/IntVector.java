package stiffsweep.kernel.lane;

/** The bits of a vector as whole numbers. */
public record IntVector(int lane) {

    public IntVector add(int other) {
        return new IntVector(lane + other);
    }

    public IntVector and(int bits) {
        return new IntVector(lane & bits);
    }

    public IntVector or(int bits) {
        return new IntVector(lane | bits);
    }

    public IntVector or(IntVector bits) {
        return new IntVector(lane | bits.lane);
    }

    /** Moves the bits to the left. */
    public IntVector lanewise(VectorOperators operator, int bits) {
        return switch (operator) {
            case LSHL -> new IntVector(lane << bits);
        };
    }

    public FloatVector reinterpretAsFloats() {
        return new FloatVector(Float.intBitsToFloat(lane));
    }
}
