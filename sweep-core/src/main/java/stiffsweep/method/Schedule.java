package stiffsweep.method;

import java.util.List;
import java.util.function.ToDoubleFunction;
import stiffsweep.declare.Settings;
import stiffsweep.sweep.Trial;

/**
 * The learning rate of every trial in a stack: multiplied by {@code decay.factor} right after the steps of epochs 0,
 * {@code decay.every}, 2 {@code decay.every}, .. as in the code published with arXiv 2602.21988.
 */
final class Schedule {

    private final double[] rates;
    private final double[] factors;
    private final int every;

    /**
     * A schedule.
     *
     * @param rate the learning rate of epoch 0
     */
    Schedule(List<Trial> trials, ToDoubleFunction<Settings> rate) {
        rates = Trial.numbers(trials, rate);
        factors = Trial.numbers(trials, settings -> settings.training().decay().factor());
        every = trials.get(0).settings().training().decay().every();
    }

    /** Whether the rates of an epoch differ from those of the epoch before. */
    boolean changesAt(int epoch) {
        return epoch == 0 || (epoch - 1) % every == 0;
    }

    /** The learning rate of each trial at an epoch. */
    double[] at(int epoch) {
        int decays = epoch == 0 ? 0 : 1 + (epoch - 1) / every;
        double[] at = new double[rates.length];
        for (int trial = 0; trial < rates.length; trial++) {
            at[trial] = rates[trial] * StrictMath.pow(factors[trial], decays);
        }
        return at;
    }
}
