package stiffsweep.loss;

import java.util.List;
import java.util.SplittableRandom;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.network.InitialWeights;
import stiffsweep.network.Network;
import stiffsweep.sweep.Trial;

/** Where a trial's training starts. */
public final class InitialParameters {

    private InitialParameters() {}

    /**
     * The network's parameters, and after them the learned numbers, each from a seed of its own.
     *
     * @param network the network, with the learned numbers as its last parameters
     */
    public static double[] of(Trial trial, Network network, List<Learned> learned) {
        double[] parameters =
                InitialWeights.of(network, trial.settings().network().initialisation(), trial.seedFor("weights"));
        int next = parameters.length - learned.size();
        for (Learned number : learned) {
            String path = "learned." + number.name();
            double drawn = new SplittableRandom(trial.seedFor("learned " + number.name())).nextGaussian();
            double mean = trial.settings().number(path + ".mean");
            parameters[next++] = mean + trial.settings().number(path + ".deviation") * drawn;
        }
        return parameters;
    }
}
