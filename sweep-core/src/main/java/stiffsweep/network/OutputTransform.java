package stiffsweep.network;

import java.util.Locale;
import stiffsweep.jet.Jet;

/** What is made of each function that a network gives. */
public enum OutputTransform {
    /** The function as it is. */
    LINEAR {
        @Override
        public Jet apply(Jet function) {
            return function;
        }
    },
    /** {@code -1 / (1 + exp(-u))}: between -1 and 0. */
    NEGATIVE_SIGMOID {
        @Override
        public Jet apply(Jet function) {
            return function.negativeSigmoid();
        }
    };

    /** The transform with a name as in a sweep file, such as {@code negative-sigmoid}. */
    public static OutputTransform named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The transformed function with its derivatives. */
    public abstract Jet apply(Jet function);
}
