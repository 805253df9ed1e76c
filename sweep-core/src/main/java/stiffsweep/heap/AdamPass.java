package stiffsweep.heap;

/**
 * A step of Adam on arrays of the Java heap, in one pass over the parameters: the moments stay in the cache from their decay to
 * their use. The operations of each parameter are those of the step that is written in tensors, in their order, so their bits are
 * the same.
 *
 * @param firstDecay the decay of the first moment, beta 1
 * @param secondDecay the decay of the second moment, beta 2
 * @param epsilon what is added to the root of the second moment
 * @param unbias what the rates are multiplied by
 */
public record AdamPass(double firstDecay, double secondDecay, double epsilon, double unbias) {

    /**
     * Moves the moments in place.
     *
     * @param parameters {@code [trials, parameters]}, which stay as they are
     * @param rate {@code [trials, parameters]}, or {@code [trials, 1]} where the parameters of a trial share it
     * @param shrink what the parameters are multiplied by, of the same sizes as the rate
     * @return the next parameters
     */
    public HeapArray next(
            HeapArray parameters,
            HeapArray gradient,
            HeapArray firstMoment,
            HeapArray secondMoment,
            HeapArray rate,
            HeapArray shrink) {
        int trials = parameters.sizes()[0];
        int count = parameters.sizes()[1];
        double[] next = new double[parameters.values().length];
        double[] rates = rate.widened(parameters.sizes());
        double[] shrinks = shrink.widened(parameters.sizes());
        for (int trial = 0; trial < trials; trial++) {
            row(
                    trial * count,
                    (trial + 1) * count,
                    parameters.values(),
                    gradient.values(),
                    firstMoment.values(),
                    secondMoment.values(),
                    rates,
                    shrinks,
                    next);
        }
        firstMoment.written();
        secondMoment.written();
        return HeapArray.of(next, trials, count);
    }

    private void row(
            int from,
            int to,
            double[] parameters,
            double[] gradient,
            double[] first,
            double[] second,
            double[] rates,
            double[] shrinks,
            double[] next) {
        double firstDecay = this.firstDecay;
        double secondDecay = this.secondDecay;
        double firstShare = 1 - firstDecay;
        double secondShare = 1 - secondDecay;
        double epsilon = this.epsilon;
        double unbias = this.unbias;
        for (int i = from; i < to; i++) {
            double g = gradient[i];
            double m = first[i] * firstDecay + g * firstShare;
            double v = second[i] * secondDecay + g * g * secondShare;
            first[i] = m;
            second[i] = v;
            next[i] = parameters[i] * shrinks[i] - m / (Math.sqrt(v) + epsilon) * (rates[i] * unbias);
        }
    }
}
