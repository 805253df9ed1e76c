package stiffsweep.method;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import stiffsweep.result.ArrayLength;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.AdamStep;
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
    private final List<String> learned;
    private final List<ParameterGroup> groups;
    private final NDArray firstMoment;
    private final NDArray secondMoment;
    private final NDArray rate;
    private final NDArray shrink;

    private Adam(
            List<Trial> trials,
            List<String> learned,
            NDArray firstMoment,
            NDArray secondMoment,
            NDArray rate,
            NDArray shrink,
            Tensors tensors) {
        this.trials = trials;
        this.learned = learned;
        this.tensors = tensors;
        this.firstMoment = firstMoment;
        this.secondMoment = secondMoment;
        this.rate = rate;
        this.shrink = shrink;
        int parameters = Math.toIntExact(firstMoment.getShape().get(1));
        groups = ParameterGroup.of(trials, parameters, learned);
    }

    /**
     * The optimiser of a stack before its first step.
     *
     * @param learned the names of the learned numbers, which have rates of their own
     * @param parameters the flat parameters, the learned numbers last, {@code [trials, parameters]}
     */
    static Adam of(List<Trial> trials, List<String> learned, NDArray parameters, Tensors tensors) {
        // One column of rates where all parameters share them.
        long columns = learned.isEmpty() ? 1 : parameters.getShape().get(1);
        return new Adam(
                trials,
                learned,
                parameters.zerosLike(),
                parameters.zerosLike(),
                tensors.filled(0, trials.size(), columns),
                tensors.filled(0, trials.size(), columns),
                tensors);
    }

    /** The optimiser of some of the trials, as it stands. */
    Adam only(List<Integer> slots) {
        return new Adam(
                slots.stream().map(trials::get).toList(),
                learned,
                tensors.slices(firstMoment, slots),
                tensors.slices(secondMoment, slots),
                tensors.slices(rate, slots),
                tensors.slices(shrink, slots),
                tensors);
    }

    /** What it knows of each trial: tensors whose first axis is that of the trials. */
    List<NDArray> memory() {
        return List.of(firstMoment, secondMoment);
    }

    /** Sets the rates to those of the steps before an epoch, which goes on from there. */
    void resume(int epoch) {
        setRates(Math.max(0, epoch - 1));
    }

    /**
     * Changes the parameters in place by one step.
     *
     * @param training which trials still train, {@code [trials, 1]}; the others stay where they are
     */
    void step(int epoch, NDArray parameters, NDArray gradient, NDArray training) {
        if (groups.get(0).changesAt(epoch)) {
            setRates(epoch);
        }
        double firstBias = 1 - StrictMath.pow(FIRST_DECAY, epoch + 1);
        double rootOfSecondBias = Math.sqrt(1 - StrictMath.pow(SECOND_DECAY, epoch + 1));
        AdamStep step =
                new AdamStep(FIRST_DECAY, SECOND_DECAY, EPSILON * rootOfSecondBias, rootOfSecondBias / firstBias);
        NDArray next = step.next(parameters, gradient, firstMoment, secondMoment, rate, shrink);
        Tensors.replace(parameters, training, next);
    }

    private void setRates(int epoch) {
        assign(rate, group -> group.rates(epoch));
        assign(shrink, group -> group.shrinks(epoch));
    }

    /** Forgets the moments of some trials, {@code [trials, 1]}. */
    void forget(NDArray trials) {
        Tensors.replace(firstMoment, trials, firstMoment.zerosLike());
        Tensors.replace(secondMoment, trials, secondMoment.zerosLike());
    }

    /**
     * Writes a number of each group into the columns of its parameters, or into the only column.
     *
     * @param ofGroup the number in each trial
     */
    private void assign(NDArray tensor, Function<ParameterGroup, double[]> ofGroup) {
        int columns = Math.toIntExact(tensor.getShape().get(1));
        double[] values = new double[ArrayLength.of("the parameters of a stack", trials.size(), columns)];
        int column = 0;
        for (ParameterGroup group : groups) {
            double[] numbers = ofGroup.apply(group);
            int end = columns == 1 ? 1 : column + group.count();
            for (int trial = 0; trial < numbers.length; trial++) {
                Arrays.fill(values, trial * columns + column, trial * columns + end, numbers[trial]);
            }
            column = end;
        }
        Tensors.assign(tensor, tensors.of(values, trials.size(), columns));
    }
}
