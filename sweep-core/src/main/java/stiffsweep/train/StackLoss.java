package stiffsweep.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stiffsweep.jet.Dual;
import stiffsweep.network.Initialisation;
import stiffsweep.network.Network;
import stiffsweep.network.Networks;
import stiffsweep.network.Pass;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.problem.Samples;
import stiffsweep.sweep.Settings;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** The loss of every trial in a stack as a function of its parameters. */
public final class StackLoss {

    /** The engine's products for a stack of one differ in their last bits from those for two or more. */
    static final int SMALLEST = 2;

    private final Problem problem;
    private final List<Trial> trials;
    private final double[][] weights;
    private final Tensors tensors;
    private final Network network;
    private final SampleTables tables;
    private final StackSamples samples;
    private final StackSamples measured;
    private final LossTerms terms;
    private final Dual weightTensor;

    private StackLoss(Problem problem, List<Trial> trials, double[][] weights, SampleTables tables, Tensors tensors) {
        Settings settings = trials.get(0).settings();
        this.problem = problem;
        this.trials = List.copyOf(trials);
        this.weights = weights;
        this.tables = tables;
        this.tensors = tensors;
        samples = tables.ofSets(tensors);
        measured = tables.measured(tensors);
        network = Networks.of(
                settings, 1, problem.outputs(), problem.declaration().learned().size());
        terms = new LossTerms(problem, Weighting.named(settings.word("loss.weighting")));
        weightTensor = Dual.constant(tensors.of(flat(weights), trials.size(), weights[0].length));
    }

    /**
     * The loss of trials that agree in all words, counts and switches of their settings.
     *
     * @param tensors where its tensors live; in double precision, for weights that are rules are worked out there
     */
    public static StackLoss of(List<Trial> trials, Tensors tensors) {
        Problem problem = Problems.named(trials.get(0).problem());
        SampleTables tables = SampleTables.of(problem, trials);
        double[][] weights = LossWeights.of(problem, trials, tables.ofSets(tensors));
        return new StackLoss(problem, trials, weights, tables, tensors);
    }

    /** The members of a stack, the first of them again where there are fewer than {@link #SMALLEST}. */
    public static <T> List<T> padded(List<T> members) {
        List<T> padded = new ArrayList<>(members);
        while (padded.size() < SMALLEST) {
            padded.add(members.get(0));
        }
        return padded;
    }

    /** The same loss with its tensors elsewhere, such as in another precision. */
    public StackLoss in(Tensors other) {
        return new StackLoss(problem, trials, weights, tables, other);
    }

    /** The loss of some of the trials. */
    StackLoss only(List<Integer> slots) {
        List<Trial> some = slots.stream().map(trials::get).toList();
        double[][] theirs = slots.stream().map(slot -> weights[slot]).toArray(double[][]::new);
        return new StackLoss(problem, some, theirs, tables.only(slots), tensors);
    }

    public Problem problem() {
        return problem;
    }

    public List<Trial> trials() {
        return trials;
    }

    /** The settings in which all trials agree, in words, counts and switches. */
    Settings settings() {
        return trials.get(0).settings();
    }

    public Network network() {
        return network;
    }

    public StackSamples samples() {
        return samples;
    }

    /** The samples on which errors and solutions are taken. */
    public StackSamples measured() {
        return measured;
    }

    public LossTerms terms() {
        return terms;
    }

    /** The weight of a term in a trial. */
    public double weight(int trial, int term) {
        return weights[trial][term];
    }

    public Tensors tensors() {
        return tensors;
    }

    /** The loss terms from the network's output jet, {@code [trials, terms]}. */
    public Dual terms(Dual output) {
        return terms.values(samples.with(output));
    }

    /** The losses at some parameters with what their gradient needs. */
    Evaluation evaluate(NDArray parameters) {
        Pass pass = network.forward(parameters, samples.input());
        NDArray[] kept = new NDArray[2];
        NDArray adjoint = Tape.gradient(pass.output(), leaf -> {
            NDArray values = terms(Dual.constant(leaf)).value();
            NDArray total = values.mul(weightTensor.value()).sum(new int[] {1});
            kept[0] = values.stopGradient();
            kept[1] = total.stopGradient();
            return total;
        });
        return new Evaluation(pass, kept[0], kept[1], adjoint);
    }

    /** The losses at some parameters. */
    LossValues values(NDArray parameters) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray output = network.forward(parameters, samples.input()).output();
            NDArray values = terms(Dual.constant(output)).value();
            return LossValues.of(values, values.mul(weightTensor.value()).sum(new int[] {1}));
        }
    }

    /** The mean squared error of each trial's solution against the truth; NaN without a truth. */
    double[] errors(NDArray parameters) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray output = network.forward(parameters, measured.input()).output();
            Samples there =
                    measured.with(Dual.constant(output)).values().iterator().next();
            double[] errors = new double[trials.size()];
            Arrays.fill(errors, there.truths() == null ? Double.NaN : 0);
            List<String> fields = problem.declaration().solutionFields();
            for (String field : there.truths() == null ? List.<String>of() : fields) {
                double[] ofField = Tensors.values(
                        there.distanceFromTruth(field).square().meanPerTrial().value());
                Arrays.setAll(errors, trial -> errors[trial] + ofField[trial] / fields.size());
            }
            return errors;
        }
    }

    /** The errors at some parameters, a row for each trial. */
    double[] errorsAt(double[][] parameters) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return errors(tensors.of(flat(parameters), parameters.length, parameters[0].length));
        }
    }

    /** The residuals whose weighted squares add up to the loss. */
    Residuals residuals() {
        return new Residuals(network, terms, tables.ofTerms(tensors), weights, tensors);
    }

    /** The initial parameters, from each trial's seed for weights, {@code [trials, parameters]}. */
    NDArray initialParameters() {
        Initialisation initialisation = Initialisation.named(settings().word("network.initialisation"));
        double[][] rows = trials.stream()
                .map(trial -> initialisation.parameters(network, trial.seedFor("weights")))
                .toArray(double[][]::new);
        return tensors.of(flat(rows), rows.length, network.parameters());
    }

    /** The number at a path in the settings of every trial. */
    double[] numbers(String path) {
        return trials.stream()
                .mapToDouble(trial -> trial.settings().number(path))
                .toArray();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
