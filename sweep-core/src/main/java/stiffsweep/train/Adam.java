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

    private final Schedule schedule;
    private final double[] weightDecays;
    private final NDArray firstMoment;
    private final NDArray secondMoment;
    private final NDArray rate;
    private final NDArray shrink;

    /**
     * The optimiser of a stack.
     *
     * @param parameters the flat parameters, {@code [trials, parameters]}
     */
    Adam(List<Trial> trials, NDArray parameters, Tensors tensors) {
        schedule = new Schedule(trials);
        weightDecays = Schedule.numbers(trials, "training.weight-decay");
        if (trials.get(0).settings().word("training.optimizer").equals("adam")) {
            Arrays.fill(weightDecays, 0);
        }
        firstMoment = parameters.zerosLike();
        secondMoment = parameters.zerosLike();
        rate = tensors.filled(0, trials.size(), 1);
        shrink = tensors.filled(0, trials.size(), 1);
    }

    /** Changes the parameters in place by one step. */
    void step(int epoch, NDArray parameters, NDArray gradient, Tensors tensors) {
        if (schedule.changesAt(epoch)) {
            changeRates(schedule.at(epoch), tensors);
        }
        firstMoment.muli(FIRST_DECAY).addi(gradient.mul(1 - FIRST_DECAY));
        secondMoment.muli(SECOND_DECAY).addi(gradient.square().muli(1 - SECOND_DECAY));
        double firstBias = 1 - Math.pow(FIRST_DECAY, epoch + 1);
        double secondBias = 1 - Math.pow(SECOND_DECAY, epoch + 1);
        NDArray denominator =
                secondMoment.sqrt().muli(1 / Math.sqrt(secondBias)).addi(EPSILON);
        NDArray direction = firstMoment.div(denominator).muli(1 / firstBias);
        parameters.muli(shrink).subi(direction.muli(rate));
    }

    /** Forgets the moments of some trials, {@code [trials, 1]}. */
    void forget(NDArray trials) {
        Tensors.replace(firstMoment, trials, firstMoment.zerosLike());
        Tensors.replace(secondMoment, trials, secondMoment.zerosLike());
    }

    private void changeRates(double[] rates, Tensors tensors) {
        double[] shrinks = new double[rates.length];
        for (int trial = 0; trial < rates.length; trial++) {
            shrinks[trial] = 1 - rates[trial] * weightDecays[trial];
        }
        Tensors.assign(rate, tensors.of(rates, rates.length, 1));
        Tensors.assign(shrink, tensors.of(shrinks, rates.length, 1));
    }
}
