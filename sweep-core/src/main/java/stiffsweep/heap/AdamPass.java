package stiffsweep.heap;

import java.util.Arrays;

/**
 * A step of Adam on arrays of the Java heap, trial by trial, without arrays for what is between the moments and the parameters.
 * The operations of each parameter are those of the step that is written in tensors, in their order, so their bits are the same.
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
        if (!Arrays.equals(rate.sizes(), shrink.sizes())) {
            throw new IllegalArgumentException("rates and factors must have the same sizes, but got "
                    + Arrays.toString(rate.sizes()) + " and " + Arrays.toString(shrink.sizes()));
        }
        boolean shared = rate.sizes()[1] == 1;
        double[] next = new double[parameters.values().length];
        for (int trial = 0; trial < trials; trial++) {
            int from = trial * count;
            int to = from + count;
            decayFirst(from, to, firstMoment.values(), gradient.values());
            decaySecond(from, to, secondMoment.values(), gradient.values());
            int start = from;
            while (start < to) {
                int place = shared ? trial : start;
                int end = shared ? to : endOfEqual(start, to, rate.values(), shrink.values());
                move(
                        start,
                        end,
                        next,
                        parameters.values(),
                        firstMoment.values(),
                        secondMoment.values(),
                        rate.values()[place],
                        shrink.values()[place]);
                start = end;
            }
        }
        firstMoment.written();
        secondMoment.written();
        return HeapArray.of(next, trials, count);
    }

    /** Where the parameters end that have the rate and the factor of one. */
    private static int endOfEqual(int start, int to, double[] rates, double[] shrinks) {
        int end = start + 1;
        while (end < to && rates[end] == rates[start] && shrinks[end] == shrinks[start]) {
            end++;
        }
        return end;
    }

    // Three loops that write one array each, the last one for each run of parameters with one rate: of a loop that
    // writes several Java's compiler makes no vectors.

    private void decayFirst(int from, int to, double[] moment, double[] gradient) {
        double decay = firstDecay;
        double share = 1 - decay;
        for (int i = from; i < to; i++) {
            moment[i] = moment[i] * decay + gradient[i] * share;
        }
    }

    private void decaySecond(int from, int to, double[] moment, double[] gradient) {
        double decay = secondDecay;
        double share = 1 - decay;
        for (int i = from; i < to; i++) {
            moment[i] = moment[i] * decay + gradient[i] * gradient[i] * share;
        }
    }

    private void move(
            int from,
            int to,
            double[] next,
            double[] parameters,
            double[] first,
            double[] second,
            double rate,
            double shrink) {
        double epsilon = this.epsilon;
        double pace = rate * unbias;
        for (int i = from; i < to; i++) {
            next[i] = parameters[i] * shrink - first[i] / (Math.sqrt(second[i]) + epsilon) * pace;
        }
    }
}
