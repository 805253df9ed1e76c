package stiffsweep.reference;

/**
 * What a component's error is measured in.
 *
 * <p>The error estimate of Radau IIA is of order 3 and its step of order 5. As in RADAU5, the relative tolerance r is
 * therefore replaced by {@code 0.1 r^(2/3)} and the absolute one in proportion, so that the tolerances asked for are about
 * the error of the step.
 */
final class ErrorScale {

    private final double relative;
    private final double absolute;
    private final double[] scale;

    ErrorScale(Tolerances tolerances, int size) {
        relative = 0.1 * Math.pow(tolerances.relative(), 2.0 / 3);
        absolute = relative * (tolerances.absolute() / tolerances.relative());
        scale = new double[size];
    }

    double relative() {
        return relative;
    }

    void measureAt(double[] state) {
        for (int i = 0; i < scale.length; i++) {
            scale[i] = absolute + relative * Math.abs(state[i]);
        }
    }

    /** The root mean square of vectors, each component in units of its scale. */
    double norm(double[]... vectors) {
        double sum = 0;
        for (double[] vector : vectors) {
            for (int i = 0; i < scale.length; i++) {
                double ratio = vector[i] / scale[i];
                sum += ratio * ratio;
            }
        }
        return Math.sqrt(sum / (scale.length * (double) vectors.length));
    }
}
