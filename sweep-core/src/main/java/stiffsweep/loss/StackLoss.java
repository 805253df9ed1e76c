package stiffsweep.loss;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import stiffsweep.declare.DescentSettings;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.Settings;
import stiffsweep.declare.Solver;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.network.JetInput;
import stiffsweep.network.Model;
import stiffsweep.network.Network;
import stiffsweep.network.Networks;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.sampling.Points;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/**
 * The loss of every trial in a stack as a function of its row of numbers: the network's parameters, and after them what
 * its weighting has learned, if it learns.
 *
 * <p>All of it is at points that stay as they are, so that losses compare. {@link #evaluate} alone, which training follows, is
 * at those of {@link #drawPoints} where points are drawn anew.
 */
public final class StackLoss {

    private final Problem problem;
    private final List<Trial> trials;
    private final double[][] weights;
    private final Tensors tensors;
    private final Model model;
    private final SampleTables tables;
    private final StackSamples samples;
    private final StackSamples measured;
    private final TrainedSamples trained;
    private final PointWeights pointWeights;
    private final RowLayout layout;
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
        trained = new TrainedSamples(samples, tables, this.trials, tensors);
        model = model(tables, settings, tensors);
        pointWeights = PointWeights.of(settings.loss().weighting(), trials, tensors);
        layout = new RowLayout(model.parameters(), attention(), tensors);
        terms = new LossTerms(problem.declaration(), tables.formulation().lossTerms(), pointWeights, layout);
        weightTensor = Dual.constant(tensors.of(weights));
    }

    /**
     * The loss of trials that agree in all words, counts and switches of their settings.
     *
     * @param tensors where its tensors live; in double precision, for weights that are rules are worked out there
     */
    public static StackLoss of(List<Trial> trials, Tensors tensors) {
        Problem problem = Problems.named(trials.get(0).problem());
        SampleTables tables = SampleTables.of(problem, trials);
        double[][] weights =
                LossWeights.of(problem.declaration(), tables.formulation().lossTerms(), trials, tables.ofSets(tensors));
        return new StackLoss(problem, trials, weights, tables, tensors);
    }

    /** The networks of a formulation, and behind them the learned numbers. */
    private static Model model(SampleTables tables, Settings settings, Tensors tensors) {
        List<Model.Part> parts = new ArrayList<>();
        for (ProblemDeclaration.Network network : tables.formulation().networks()) {
            Network made = Networks.of(
                    settings.network(network.name()),
                    tables.ends().features(network.inputs()),
                    network.functions().size(),
                    tensors.kernel(),
                    tensors.precision());
            parts.add(new Model.Part(network.name(), made));
        }
        int learned = tables.problem().declaration().learned().size();
        if (learned > 0) {
            parts.add(new Model.Part("", Networks.scalars(learned)));
        }
        return new Model(parts);
    }

    /** How many numbers the weighting learns for each term. */
    private List<Integer> attention() {
        return tables.formulation().lossTerms().stream()
                .map(term -> pointWeights.attention(term.kind(), tables.count(term.sampleSet())))
                .toList();
    }

    /** The same loss with its tensors elsewhere, such as in another precision. */
    public StackLoss in(Tensors other) {
        return new StackLoss(problem, trials, weights, tables, other);
    }

    /** The same loss with its tensors in the engine's memory. */
    public StackLoss byEngine() {
        Tensors ofEngine = tensors.byEngine();
        return ofEngine == tensors ? this : in(ofEngine);
    }

    /** The loss of some of the trials. */
    public StackLoss only(List<Integer> slots) {
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
    public Settings settings() {
        return trials.get(0).settings();
    }

    public Model model() {
        return model;
    }

    /** The inputs of each network at the points of all loss terms, one for each pass. */
    public List<List<JetInput>> inputs() {
        return samples.inputs();
    }

    /** The names of the learned numbers, the last ones of the model's parameters. */
    public List<String> learned() {
        return problem.declaration().learned().stream().map(Learned::name).toList();
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

    /** The network's parameters in some rows, {@code [trials, parameters]}; a view, whose changes the rows see. */
    public NDArray networkParameters(NDArray rows) {
        return layout.network(rows);
    }

    /**
     * The loss terms from the networks' output jets, {@code [trials, terms]}.
     *
     * @param rows the rows that hold what the weighting has learned; it is a constant to every derivative
     */
    public Dual terms(List<Dual> outputs, NDArray rows) {
        return terms.values(samples.with(outputs), rows);
    }

    /** The sample sets of the loss terms by name, with the fields that the trials have at some rows. */
    public Map<String, Samples> fields(NDArray rows) {
        return samples.with(model, networkParameters(rows));
    }

    /** The samples on which errors and solutions are taken, with the fields that the trials have at some rows. */
    public Samples measured(NDArray rows) {
        return only(measured, rows);
    }

    /**
     * The fields that the trials have at some rows, on other points than those of the sample sets; without the truth there.
     *
     * @param points the points of each trial, equally many
     */
    public Samples at(List<Points> points, NDArray rows) {
        return only(tables.at(points, tensors), rows);
    }

    private Samples only(StackSamples set, NDArray rows) {
        return set.with(model, networkParameters(rows)).values().iterator().next();
    }

    /**
     * The factor that multiplies the size of a term's residual at each of its points, {@code [trials][points]}.
     *
     * @param term one of the declared loss terms
     * @param rows the trials' rows
     */
    public double[][] pointWeights(LossTerm term, NDArray rows) {
        return TensorScope.result(() -> Tensors.rows(terms.pointWeights(term, fields(rows), rows)));
    }

    /** Whether the points of any loss term are drawn anew: then only losses at the points that stay as they are compare. */
    public boolean isRedrawn() {
        return trained.isRedrawn();
    }

    /**
     * Draws the points that are drawn anew as they are at an epoch, for the evaluations that follow. The tensors of the draw
     * before are freed. Not to be called in a {@link TensorScope}, which the points outlive.
     */
    public void drawPoints(int epoch) {
        trained.moveTo(epoch);
    }

    /**
     * The losses that training follows at some rows, with what their gradient with respect to the network's parameters
     * needs.
     */
    public Evaluation evaluate(NDArray rows) {
        StackSamples at = trained.samples();
        Model.Passes passes = model.forward(networkParameters(rows), at.inputs());
        Losses[] kept = new Losses[1];
        List<NDArray> adjoints = Tape.gradients(passes.outputs(), leaves -> {
            List<Dual> outputs = leaves.stream().map(Dual::constant).toList();
            Losses losses = losses(at.with(outputs), rows);
            kept[0] = new Losses(losses.terms().stopGradient(), losses.totals().stopGradient());
            return losses.totals();
        });
        return new Evaluation(passes, kept[0], adjoints);
    }

    private Losses losses(Map<String, Samples> sets, NDArray rows) {
        NDArray values = terms.values(sets, rows).value();
        return new Losses(values, values.mul(weightTensor.value()).sum(new int[] {1}));
    }

    /**
     * Lets the weighting learn, if it does.
     *
     * @param rows the trials' rows; changed in place
     * @param losses the losses before the step
     * @param training which trials learn, {@code [trials, 1]}
     */
    public void learn(NDArray rows, Evaluation losses, NDArray training) {
        if (layout.attention() > 0) {
            List<Dual> outputs =
                    losses.passes().outputs().stream().map(Dual::constant).toList();
            terms.learn(trained.samples().with(outputs), rows, training);
        }
    }

    /** The first epoch whose loss can be compared with those of later epochs. */
    public int firstComparableEpoch() {
        return pointWeights.firstComparableEpoch();
    }

    /** The losses at some rows, on the device. */
    public Losses losses(NDArray rows) {
        return losses(fields(rows), rows);
    }

    /** The losses of each trial at some rows. */
    public List<TrialLoss> values(NDArray rows) {
        return TensorScope.result(() -> losses(rows).values());
    }

    /** How far each trial's solution is from the truth. */
    public List<TrialError> errors(NDArray rows) {
        return TensorScope.result(() -> TrialError.of(measured(rows), trials.size()));
    }

    /** The residuals whose weighted squares add up to the loss. */
    public Residuals residuals() {
        return new Residuals(model, terms, tables.ofTerms(tensors), weights, tensors);
    }

    /** What solves for the steps of Levenberg-Marquardt. */
    public Solver solver() {
        DescentSettings.LevenbergMarquardt settings = settings().descent().levenbergMarquardt();
        if (!problem.declaration().integratedInputs().isEmpty()) {
            return Solver.CG;
        }
        int most = settings.subset() == 0 ? Integer.MAX_VALUE : settings.subset();
        int residuals = tables.formulation().lossTerms().stream()
                .mapToInt(term -> Math.min(most, tables.count(term.sampleSet())))
                .sum();
        return settings.solver().of(residuals, model.parameters());
    }

    /**
     * Checks that the residuals can be linearised at some rows: where they are averages, their products with directions are
     * tangents of all that they are made of.
     *
     * @throws IllegalArgumentException if they cannot
     */
    public void requireDifferentiable(NDArray rows) {
        boolean isPointwise = problem.declaration().integratedInputs().isEmpty();
        if (!isPointwise && !TensorScope.result(() -> terms.carryTangents(fields(rows)))) {
            throw new IllegalArgumentException(
                    "levenberg-marquardt needs a loss that carries tangents, but the weighting "
                            + settings().loss().weighting().word() + " takes a Jacobian that "
                            + problem.declaration().name()
                            + " does not give: set loss.weighting = plain, or give the Jacobian with the residual");
        }
    }

    /** The initial rows, from each trial's seeds. */
    public NDArray initialRows() {
        double[] rows = trials.stream()
                .flatMapToDouble(trial -> DoubleStream.concat(
                        Arrays.stream(InitialParameters.of(
                                trial, model, problem.declaration().learned())),
                        initialAttention(new SplittableRandom(trial.seedFor("attention")))))
                .toArray();
        return tensors.of(rows, trials.size(), rows.length / trials.size());
    }

    private DoubleStream initialAttention(RandomGenerator random) {
        return DoubleStream.generate(() -> pointWeights.initial(random)).limit(layout.attention());
    }
}
