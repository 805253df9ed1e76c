package stiffsweep.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.Settings;
import stiffsweep.sweep.Trial;

/** Neighbouring parameters of every trial in a stack that share a learning rate and a weight decay. */
final class ParameterGroup {

    private final int count;
    private final Schedule schedule;
    private final double[] weightDecays;

    /**
     * A group.
     *
     * @param count the number of its parameters
     * @param rate its learning rate at epoch 0
     * @param weightDecay its weight decay, which Adam does without
     */
    private ParameterGroup(
            List<Trial> trials, int count, ToDoubleFunction<Settings> rate, ToDoubleFunction<Settings> weightDecay) {
        this.count = count;
        schedule = new Schedule(trials, rate);
        weightDecays = Trial.numbers(trials, weightDecay);
        if (trials.get(0).settings().training().optimizer() == Optimizer.ADAM) {
            Arrays.fill(weightDecays, 0);
        }
    }

    /**
     * The groups in the order of the parameters: those of the network, then each learned number.
     *
     * @param parameters the number of all parameters of a trial
     * @param learned the names of the learned numbers
     */
    static List<ParameterGroup> of(List<Trial> trials, int parameters, List<String> learned) {
        List<ParameterGroup> groups = new ArrayList<>();
        groups.add(new ParameterGroup(
                trials,
                parameters - learned.size(),
                settings -> settings.training().learningRate(),
                settings -> settings.training().weightDecay()));
        learned.forEach(name -> groups.add(new ParameterGroup(
                trials,
                1,
                settings -> settings.number("learned." + name + ".learning-rate"),
                settings -> settings.number("learned." + name + ".weight-decay"))));
        return groups;
    }

    /** Whether the rates of an epoch differ from those of the epoch before. */
    boolean changesAt(int epoch) {
        return schedule.changesAt(epoch);
    }

    int count() {
        return count;
    }

    /** The learning rate of each trial at an epoch. */
    double[] rates(int epoch) {
        return schedule.at(epoch);
    }

    /** The factor by which the weight decay shortens the parameters of each trial at an epoch. */
    double[] shrinks(int epoch) {
        double[] shrinks = schedule.at(epoch);
        for (int trial = 0; trial < shrinks.length; trial++) {
            shrinks[trial] = 1 - shrinks[trial] * weightDecays[trial];
        }
        return shrinks;
    }
}
