package stiffsweep.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * How many bits a machine works on at a time. Results do not depend on it, only speed does. The loops exist once for each
 * width, shape of a jet and activation, which are constants to the compiler of the virtual machine.
 */
public enum Lanes {
    /** One number at a time, on every virtual machine. */
    ONE(0),
    BITS_128(128),
    BITS_256(256),
    BITS_512(512);

    private final int bits;

    Lanes(int bits) {
        this.bits = bits;
    }

    /** The width of a vector; 0 for one number. */
    int bits() {
        return bits;
    }

    /** A chain of one trial in float32. */
    public FloatChain floats(ChainShape shape, TileLayout layout) {
        return (FloatChain) CopiedClasses.of(this, shape, layout).instance("FloatDenseChain", shape, layout);
    }

    /** A chain of one trial in float64. */
    public DoubleChain doubles(ChainShape shape, TileLayout layout) {
        return (DoubleChain) CopiedClasses.of(this, shape, layout).instance("DoubleDenseChain", shape, layout);
    }

    /** Those that this machine has and this virtual machine compiles for, the narrowest first. */
    public static List<Lanes> available() {
        return Arrays.stream(values())
                .filter(lanes -> lanes.bits <= Machine.BITS)
                .toList();
    }

    /** The widest of the available ones. */
    public static Lanes preferred() {
        List<Lanes> available = available();
        return available.get(available.size() - 1);
    }

    /** Asks the machine, once. */
    private static final class Machine {

        static final int BITS = compilesVectors() ? widestBits() : ONE.bits;

        /** Without the compiler C2 every operation on a vector makes an object: a hundred times slower than one lane. */
        private static boolean compilesVectors() {
            String compilers = System.getProperty("java.vm.info", "");
            return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    && System.getProperty("java.vm.name", "").contains("Server VM")
                    && !compilers.contains("interpreted")
                    && !compilers.contains("emulated-client");
        }

        /** By reflection, as nothing here may need the module. */
        private static int widestBits() {
            try {
                Class<?> vector = Class.forName("jdk.incubator.vector.FloatVector");
                Object species = vector.getField("SPECIES_PREFERRED").get(null);
                Class<?> type = Class.forName("jdk.incubator.vector.VectorSpecies");
                return (int) type.getMethod("vectorBitSize").invoke(species);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("the module jdk.incubator.vector lacks its classes", e);
            }
        }
    }
}
