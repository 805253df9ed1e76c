package stiffsweep.space;

/**
 * How points are spread over the unit cube. Each sequence has no end and its first points do not depend on how many are
 * asked for; each axis has a seed of its own.
 */
public enum Sequence {

    /** Independent and uniform. */
    RANDOM("random") {
        @Override
        public double[] coordinates(int axis, long seed, int count) {
            double[] coordinates = new double[count];
            for (int i = 0; i < count; i++) {
                coordinates[i] = RandomBits.uniform(seed, i);
            }
            return coordinates;
        }
    },

    /** Even in all axes together: {@link ScrambledSobol}. */
    SOBOL("sobol") {
        @Override
        public double[] coordinates(int axis, long seed, int count) {
            return ScrambledSobol.coordinates(axis, seed, count);
        }
    },

    /** Even in each axis alone: {@link GrowingLatinHypercube}. */
    LATIN_HYPERCUBE("latin-hypercube") {
        @Override
        public double[] coordinates(int axis, long seed, int count) {
            return GrowingLatinHypercube.coordinates(seed, count);
        }
    };

    private final String word;

    Sequence(String word) {
        this.word = word;
    }

    /** The name in a sweep file. */
    public String word() {
        return word;
    }

    /**
     * The coordinates of the first points along one axis, each at least 0 and below 1.
     *
     * @param axis the axis's index, from 0
     * @param seed the axis's seed
     */
    public abstract double[] coordinates(int axis, long seed, int count);
}
