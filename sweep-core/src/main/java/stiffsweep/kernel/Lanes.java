package stiffsweep.kernel;

import java.util.Arrays;
import java.util.List;
import stiffsweep.choice.Precision;

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
        requireAvailable();
        return (FloatChain) CopiedClasses.of(this, shape, layout).instance("FloatDenseChain", shape, layout);
    }

    /** A chain of one trial in float64. */
    public DoubleChain doubles(ChainShape shape, TileLayout layout) {
        requireAvailable();
        return (DoubleChain) CopiedClasses.of(this, shape, layout).instance("DoubleDenseChain", shape, layout);
    }

    private void requireAvailable() {
        if (bits > Machine.BITS) {
            throw new IllegalStateException(
                    "lanes must be among those of this machine, " + available() + ", but got " + this);
        }
    }

    /** One trial of a network, in either precision. */
    public TrialKernel trial(KernelShape shape, TileLayout layout, Precision precision) {
        return switch (precision) {
            case FLOAT32 -> new FloatTrial(this, shape, layout);
            case FLOAT64 -> new DoubleTrial(this, shape, layout);
        };
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

        private static final String MODULE = "jdk.incubator.vector";

        static final int BITS = compilesVectors() ? widestBits() : ONE.bits;

        /** Without the compiler C2 every operation on a vector makes an object: a hundred times slower than one lane. */
        private static boolean compilesVectors() {
            String compilers = System.getProperty("java.vm.info", "");
            return System.getProperty("java.vm.name", "").contains("Server VM")
                    && !compilers.contains("interpreted")
                    && !compilers.contains("emulated-client");
        }

        /** By reflection, as nothing here may need the module; 0 where there is none. */
        private static int widestBits() {
            try {
                if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
                    loadModule();
                }
                Object species = Class.forName(MODULE + ".FloatVector")
                        .getField("SPECIES_PREFERRED")
                        .get(null);
                Class<?> type = Class.forName(MODULE + ".VectorSpecies");
                return (int) type.getMethod("vectorBitSize").invoke(species);
            } catch (ReflectiveOperationException e) {
                return ONE.bits;
            }
        }

        /**
         * As Java loads a module that an agent needs. A module that is asked for by {@code --add-modules} and incubates makes
         * every start of Java print a warning, which no option turns off. Our java.options open the way for this.
         */
        private static void loadModule() throws ReflectiveOperationException {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, MODULE);
        }
    }
}
