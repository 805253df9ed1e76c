package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import stiffsweep.jet.Dual;
import stiffsweep.network.Network;
import stiffsweep.problem.Samples;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/**
 * The training of a stack of trials as one program.
 *
 * <p>Each epoch is one forward pass of all trials, the losses on the engine's tape, one adjoint pass and one optimiser
 * step. No number of a trial depends on the trials beside it.
 */
public final class Training {

    /** The epochs between two looks at the device. */
    private static final int LOOK_EVERY = 100;

    private static final long PROGRESS_NANOS = 300_000_000;

    private final List<Trial> trials;
    private final Network network;
    private final StackSamples samples;
    private final LossTerms terms;
    private final NDArray weights;
    private final NDArray parameters;
    private final Adam optimizer;
    private final Checkpoints checkpoints;
    private final Curves curves;
    private final Tensors tensors;

    /**
     * Makes a training ready.
     *
     * @param trials the trials, which agree in all words, counts and switches of their settings
     * @param network the network
     * @param samples the trials' samples
     * @param terms the loss terms
     * @param weights the weight of each term in each trial, {@code [trials][terms]}
     * @param parameters the initial parameters, {@code [trials, parameters]}; changed in place
     * @param tensors where all this lives
     */
    public Training(
            List<Trial> trials,
            Network network,
            StackSamples samples,
            LossTerms terms,
            double[][] weights,
            NDArray parameters,
            Tensors tensors) {
        this.trials = trials;
        this.network = network;
        this.samples = samples;
        this.terms = terms;
        this.weights = tensors.of(
                Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray(),
                trials.size(),
                terms.terms().size());
        this.parameters = parameters;
        this.tensors = tensors;
        optimizer = new Adam(trials, parameters, tensors);
        double[] stopBelow = Schedule.numbers(trials, "training.stop-below");
        checkpoints = new Checkpoints(parameters, terms.terms().size(), stopBelow, tensors);
        curves = new Curves(trials.size(), terms.terms());
    }

    /**
     * Trains until every trial has done its epochs, fallen below its loss or diverged.
     *
     * @param progress hears of it, several times a second at most
     * @throws CancellationException if the thread is interrupted
     */
    public TrainedStack run(Progress progress) {
        Settings settings = trials.get(0).settings();
        int epochs = settings.count("training.epochs");
        int curveEvery = settings.count("measure.curve-every");
        long progressAt = System.nanoTime();
        boolean anyTraining = true;
        for (int epoch = 0; epoch < epochs && anyTraining; epoch++) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("the training was interrupted");
                }
                Network.Pass pass = network.forward(parameters, samples.input());
                Losses losses = losses(pass.output());
                if (epoch % curveEvery == 0 || epoch == epochs - 1) {
                    curves.add(epoch, checkpoints.training(), losses, errors(pass.output()));
                }
                checkpoints.observe(epoch, parameters, losses.terms(), losses.total());
                optimizer.step(epoch, parameters, pass.gradient(losses.adjoint()), tensors);
                if ((epoch + 1) % LOOK_EVERY == 0) {
                    anyTraining = look();
                }
                if (System.nanoTime() - progressAt > PROGRESS_NANOS) {
                    progress.at(epoch + 1, epochs, lowest(errors(pass.output())));
                    progressAt = System.nanoTime();
                }
            }
        }
        return new TrainedStack(checkpoints.bestParameters(), checkpoints.trained(trials, curves));
    }

    /** The losses at an output, and the derivative of the sum of all trials' totals with respect to it. */
    private Losses losses(NDArray output) {
        NDArray[] kept = new NDArray[2];
        NDArray adjoint = Tape.gradient(output, leaf -> {
            NDArray values = terms.values(samples.with(Dual.constant(leaf))).value();
            NDArray total = values.mul(weights).sum(new int[] {1});
            kept[0] = values.stopGradient();
            kept[1] = total.stopGradient();
            return total;
        });
        return new Losses(kept[0], kept[1], adjoint);
    }

    /** Looks at how the trials are doing; whether any still trains. */
    private boolean look() {
        if (checkpoints.anyDiverged()) {
            // Arithmetic with NaN is ten times slower: diverged trials go back to where they were finite.
            NDArray diverged = checkpoints.diverged();
            Tensors.replace(parameters, diverged, checkpoints.bestParameters());
            optimizer.forget(diverged);
        }
        return checkpoints.anyTraining();
    }

    /** The mean squared error of each trial's field against the truth on the first sample set; NaN without a truth. */
    private double[] errors(NDArray output) {
        Samples first = samples.with(Dual.constant(output)).values().iterator().next();
        if (first.truth() == null) {
            double[] unknown = new double[trials.size()];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        return Tensors.values(first.distanceFromTruth().square().meanPerTrial().value());
    }

    private static double lowest(double[] errors) {
        return Arrays.stream(errors).filter(Double::isFinite).min().orElse(Double.NaN);
    }

    /**
     * The losses of one epoch.
     *
     * @param terms the loss terms, {@code [trials, terms]}
     * @param total the weighted totals, {@code [trials]}
     * @param adjoint the derivative of the totals with respect to the network's output
     */
    record Losses(NDArray terms, NDArray total, NDArray adjoint) {}
}
