package stiffsweep.kernel.plain;

import stiffsweep.choice.Activation;
import stiffsweep.kernel.CopiedClasses;
import stiffsweep.kernel.lane.VectorShape;
import stiffsweep.kernel.lane.VectorSpecies;

/** The sizes of this copy of the loops: constants to the compiler of the virtual machine. */
final class FloatLanes {

    private static final CopiedClasses.Sizes SIZES = CopiedClasses.sizesOf(FloatLanes.class);

    static final VectorSpecies<Float> SPECIES = VectorSpecies.of(float.class, VectorShape.forBitSize(SIZES.bits()));
    /** The numbers of a vector. */
    static final int LANES = SPECIES.length();
    /** The partial sums of a sum over points, on every machine: the lanes of the widest vectors, 512 bits. */
    static final int VIRTUAL_LANES = 64 / Float.BYTES;
    /** Vectors of 512 bits come with twice as many registers. */
    static final boolean WIDE = LANES == VIRTUAL_LANES;

    static final Activation ACTIVATION = SIZES.activation();
    static final int POINTS = SIZES.tilePoints();
    static final int FIRSTS = SIZES.firsts();
    static final int SECONDS = SIZES.seconds();
    /** The numbers of a feature in a tile. */
    static final int ROW = (1 + FIRSTS + SECONDS) * POINTS;

    private FloatLanes() {}
}
