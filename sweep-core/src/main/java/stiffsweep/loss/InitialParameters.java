package stiffsweep.loss;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.network.InitialWeights;
import stiffsweep.network.Model;
import stiffsweep.sweep.Trial;

/** Where a trial's training starts. */
public final class InitialParameters {

    private InitialParameters() {}

    /**
     * The parameters of the networks, and after them the learned numbers, each of them from a seed of its own.
     *
     * @param model the networks, with the learned numbers as the last parameters
     */
    public static double[] of(Trial trial, Model model, List<Learned> learned) {
        int networks = model.parts().size() - (learned.isEmpty() ? 0 : 1);
        DoubleStream parameters = model.parts().subList(0, networks).stream()
                .flatMapToDouble(part -> Arrays.stream(weights(trial, part)));
        DoubleStream numbers = learned.stream().mapToDouble(number -> number(trial, number));
        return DoubleStream.concat(parameters, numbers).toArray();
    }

    private static double[] weights(Trial trial, Model.Part part) {
        String purpose = part.name().isEmpty() ? "weights" : "weights " + part.name();
        return InitialWeights.of(part.network(), trial.settings().network().initialisation(), trial.seedFor(purpose));
    }

    private static double number(Trial trial, Learned learned) {
        String path = "learned." + learned.name();
        double drawn = new SplittableRandom(trial.seedFor("learned " + learned.name())).nextGaussian();
        double mean = trial.settings().number(path + ".mean");
        return mean + trial.settings().number(path + ".deviation") * drawn;
    }
}
