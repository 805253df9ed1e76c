package stiffsweep.kernel.lane;

/** The element and size of a vector: here always one lane. */
public record VectorSpecies<E>(Class<E> elementType, VectorShape vectorShape) {

    /** The vectors of an element type. */
    public static <E> VectorSpecies<E> of(Class<E> elementType, VectorShape vectorShape) {
        return new VectorSpecies<>(elementType, vectorShape);
    }

    /** The number of lanes. */
    public int length() {
        return 1;
    }
}
