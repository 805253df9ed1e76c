package stiffsweep.kernel.lane;

/** A vector of one lane. */
public record FloatVector(float lane) {

    public static FloatVector zero(VectorSpecies<Float> species) {
        return broadcast(species, 0f);
    }

    public static FloatVector broadcast(VectorSpecies<Float> species, float value) {
        return new FloatVector(value);
    }

    public static FloatVector fromArray(VectorSpecies<Float> species, float[] array, int from) {
        return new FloatVector(array[from]);
    }

    public void intoArray(float[] array, int to) {
        array[to] = lane;
    }

    public FloatVector add(FloatVector other) {
        return new FloatVector(lane + other.lane);
    }

    public FloatVector add(float other) {
        return new FloatVector(lane + other);
    }

    public FloatVector sub(FloatVector other) {
        return new FloatVector(lane - other.lane);
    }

    public FloatVector sub(float other) {
        return new FloatVector(lane - other);
    }

    public FloatVector mul(FloatVector other) {
        return new FloatVector(lane * other.lane);
    }

    public FloatVector mul(float other) {
        return new FloatVector(lane * other);
    }

    public FloatVector div(FloatVector other) {
        return new FloatVector(lane / other.lane);
    }

    /** This times a factor plus an addend, rounded once. */
    public FloatVector fma(FloatVector factor, FloatVector addend) {
        return new FloatVector(Math.fma(lane, factor.lane, addend.lane));
    }

    public FloatVector neg() {
        return new FloatVector(-lane);
    }

    public FloatVector abs() {
        return new FloatVector(Math.abs(lane));
    }

    public FloatVector min(float other) {
        return new FloatVector(Math.min(lane, other));
    }

    public IntVector reinterpretAsInts() {
        return new IntVector(Float.floatToRawIntBits(lane));
    }
}
