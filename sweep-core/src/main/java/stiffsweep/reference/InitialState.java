package stiffsweep.reference;

/** The laws of a question to a solver, checked before it sets out. */
final class InitialState {

    private InitialState() {}

    static void require(OdeSystem system, double from, double[] initial, double[] outputTimes) {
        if (initial.length != system.dimension()) {
            throw new IllegalArgumentException("an initial state must have " + system.dimension()
                    + " components, one for each equation, but got " + initial.length);
        }
        for (double value : initial) {
            requireFinite("an initial state", value);
        }
        requireFinite("the initial time", from);
        double last = from;
        for (double time : outputTimes) {
            requireFinite("an output time", time);
            if (time < last) {
                throw new IllegalArgumentException(
                        "output times must ascend from " + from + " on, but got " + time + " after " + last);
            }
            last = time;
        }
    }

    private static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be finite, but got " + value);
        }
    }

    static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
