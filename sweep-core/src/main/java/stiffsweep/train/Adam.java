package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * Adam (Kingma and Ba, 2015), or with decoupled weight decay AdamW (Loshchilov and Hutter, 2019), on the flat parameters
 * of a stack; betas 0.9 and 0.999, epsilon 1e-8. Rates are tensors with a trial axis, so that a trial's steps do not
 * depend on the trials beside it.
 */
final class Adam {

    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Trial> trials;
    private final Tensors tensors;
    private final Schedule schedule;
    private final double[] weightDecays;
    private final NDArray firstMoment;
    private final NDArray secondMoment;
    private final NDArray rate;
    private final NDArray shrink;

    private Adam(
            List<Trial> trials,
            NDArray firstMoment,
            NDArray secondMoment,
            NDArray rate,
            NDArray shrink,
            Tensors tensors) {
        this.trials = trials;
        this.tensors = tensors;
        this.firstMoment = firstMoment;
        this.secondMoment = secondMoment;
        this.rate = rate;
        this.shrink = shrink;
        schedule = new Schedule(trials);
        weightDecays = Schedule.numbers(trials, "training.weight-decay");
        if (trials.get(0).settings().word("training.optimizer").equals("adam")) {
            Arrays.fill(weightDecays, 0);
        }
    }

    /**
     * The optimiser of a stack before its first step.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     */
    static Adam of(List<Trial> trials, NDArray parameters, Tensors tensors) {
        return new Adam(
                trials,
                parameters.zerosLike(),
                parameters.zerosLike(),
                tensors.filled(0, trials.size(), 1),
                tensors.filled(0, trials.size(), 1),
                tensors);
    }

    /** The optimiser of some of the trials, as it stands. */
    Adam only(List<Integer> slots) {
        return new Adam(
                slots.stream().map(trials::get).toList(),
                tensors.slices(firstMoment, slots),
                tensors.slices(secondMoment, slots),
                tensors.slices(rate, slots),
                tensors.slices(shrink, slots),
                tensors);
    }

    /**
     * Changes the parameters in place by one step.
     *
     * @param training which trials still train, {@code [trials, 1]}; the others stay where they are
     */
    void step(int epoch, NDArray parameters, NDArray gradient, NDArray training) {
        if (schedule.changesAt(epoch)) {
            changeRates(schedule.at(epoch));
        }
        moveTowards(firstMoment, gradient, FIRST_DECAY);
        moveTowards(secondMoment, gradient.square(), SECOND_DECAY);
        double firstBias = 1 - Math.pow(FIRST_DECAY, epoch + 1);
        double rootOfSecondBias = Math.sqrt(1 - Math.pow(SECOND_DECAY, epoch + 1));
        NDArray epsilon = Tensors.scalar(EPSILON * rootOfSecondBias, parameters);
        NDArray unbias = Tensors.scalar(rootOfSecondBias / firstBias, parameters);
        NDArray direction = firstMoment.div(secondMoment.sqrt().addi(epsilon));
        NDArray next = parameters.mul(shrink).subi(direction.muli(rate.mul(unbias)));
        Tensors.replace(parameters, training, next);
    }

    /** Lets a moving average decay and take its share of a new value, in place. */
    private static void moveTowards(NDArray average, NDArray value, double decay) {
        average.muli(Tensors.constant(decay, average)).addi(value.mul(Tensors.constant(1 - decay, average)));
    }

    /** Forgets the moments of some trials, {@code [trials, 1]}. */
    void forget(NDArray trials) {
        Tensors.replace(firstMoment, trials, firstMoment.zerosLike());
        Tensors.replace(secondMoment, trials, secondMoment.zerosLike());
    }

    private void changeRates(double[] rates) {
        double[] shrinks = new double[rates.length];
        for (int trial = 0; trial < rates.length; trial++) {
            shrinks[trial] = 1 - rates[trial] * weightDecays[trial];
        }
        Tensors.assign(rate, tensors.of(rates, rates.length, 1));
        Tensors.assign(shrink, tensors.of(shrinks, rates.length, 1));
    }
}
