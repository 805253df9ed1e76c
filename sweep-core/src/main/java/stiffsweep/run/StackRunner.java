package stiffsweep.run;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import stiffsweep.measure.Measures;
import stiffsweep.network.Initialisation;
import stiffsweep.network.Mlp;
import stiffsweep.network.Network;
import stiffsweep.network.NetworkShape;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.sweep.Outcome;
import stiffsweep.sweep.ProblemDeclaration.LossTerm;
import stiffsweep.sweep.Provenance;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.SettingsSchema;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialResult;
import stiffsweep.tensor.Precision;
import stiffsweep.tensor.Tensors;
import stiffsweep.train.LossTerms;
import stiffsweep.train.LossWeights;
import stiffsweep.train.Progress;
import stiffsweep.train.StackSamples;
import stiffsweep.train.TrainedStack;
import stiffsweep.train.TrainedTrial;
import stiffsweep.train.Training;
import stiffsweep.train.Weighting;

/** Trains and measures the trials of a stack on this machine. */
public final class StackRunner implements StackWork {

    private static final long serialVersionUID = 1;

    /** The engine's products for a stack of one differ in their last bits from those for two or more. */
    private static final int SMALLEST = 2;

    @Override
    public List<TrialResult> run(Stack stack, Progress progress) {
        Instant startedAt = Instant.now();
        try {
            return trainAndMeasure(stack, progress, startedAt);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            if (stack.size() > 1) {
                throw e;
            }
            return List.of(failed(stack.trials().get(0), e, startedAt));
        }
    }

    private static TrialResult failed(Trial trial, RuntimeException e, Instant startedAt) {
        Provenance provenance = new Provenance(CodeVersion.commit(), "cpu", host(), startedAt, Double.NaN);
        Outcome outcome = new Outcome.Failed("the trial must not throw, but got " + e);
        return new TrialResult(trial, outcome, 0, new TreeMap<>(), List.of(), List.of(), provenance);
    }

    private static List<TrialResult> trainAndMeasure(Stack stack, Progress progress, Instant startedAt) {
        List<Trial> trials = padded(stack.trials());
        Settings settings = trials.get(0).settings();
        Problem problem = Problems.named(trials.get(0).problem());
        NetworkShape shape = NetworkShape.of(settings, 1, 1);
        Network network = new Mlp(shape);
        LossTerms terms = new LossTerms(problem, Weighting.named(settings.word("loss.weighting")));
        Precision precision = Precision.named(settings.word("network.precision"));
        try (Tensors tensors = Tensors.on(Device.cpu(), precision);
                Tensors doubles = Tensors.on(Device.cpu(), Precision.FLOAT64)) {
            StackSamples exactSamples = new StackSamples(problem, trials, doubles);
            double[][] weights = LossWeights.of(problem, trials, exactSamples);
            StackSamples samples = new StackSamples(problem, trials, tensors);
            NDArray initial = initial(trials, shape, tensors);
            long trainingStart = System.nanoTime();
            TrainedStack trained =
                    new Training(trials, network, samples, terms, weights, initial, tensors).run(progress);
            double trainSeconds = (System.nanoTime() - trainingStart) / 1e9 / stack.size();
            Provenance provenance =
                    new Provenance(CodeVersion.commit(), tensors.device(), host(), startedAt, trainSeconds);
            NDArray best = doubles.copy(trained.bestParameters());
            Measures measures = new Measures(problem, trials, network, exactSamples, terms, weights, best, doubles);
            return results(stack, terms.terms(), weights, trained, measures, provenance);
        }
    }

    private static List<TrialResult> results(
            Stack stack,
            List<LossTerm> terms,
            double[][] weights,
            TrainedStack trained,
            Measures measures,
            Provenance provenance) {
        List<TrialResult> results = new ArrayList<>();
        for (int k = 0; k < stack.size(); k++) {
            TrainedTrial training = trained.trials().get(k);
            SortedMap<String, Double> measurements = new TreeMap<>(measures.of(k));
            measurements.putAll(losses(training, terms, weights[k]));
            results.add(new TrialResult(
                    stack.trials().get(k),
                    training.outcome(),
                    training.epochs(),
                    measurements,
                    training.curve(),
                    measures.solution(k),
                    provenance));
        }
        return results;
    }

    /** The losses, and the weights they were added with, by result column. */
    private static SortedMap<String, Double> losses(TrainedTrial training, List<LossTerm> terms, double[] weights) {
        SortedMap<String, Double> losses = new TreeMap<>();
        if (training.bestEpoch() >= 0) {
            losses.put("epoch_best", (double) training.bestEpoch());
        }
        losses.put("loss_total", training.bestLoss());
        losses.put("loss_total_final", training.lastLoss());
        for (int term = 0; term < terms.size(); term++) {
            String column = SettingsSchema.column(terms.get(term).name());
            losses.put("loss_" + column, training.bestTerms().get(term));
            losses.put("loss_" + column + "_final", training.lastTerms().get(term));
            losses.put("weight_" + column, weights[term]);
        }
        return losses;
    }

    private static NDArray initial(List<Trial> trials, NetworkShape shape, Tensors tensors) {
        double[] all = new double[trials.size() * shape.parameters()];
        for (int k = 0; k < trials.size(); k++) {
            double[] one = Initialisation.uniformByFanIn(shape, trials.get(k).seedFor("weights"));
            System.arraycopy(one, 0, all, k * one.length, one.length);
        }
        return tensors.of(all, trials.size(), shape.parameters());
    }

    private static List<Trial> padded(List<Trial> trials) {
        List<Trial> padded = new ArrayList<>(trials);
        while (padded.size() < SMALLEST) {
            padded.add(trials.get(0));
        }
        return padded;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
