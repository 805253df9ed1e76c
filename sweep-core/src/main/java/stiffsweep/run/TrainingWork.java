package stiffsweep.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.declare.DescentSettings;
import stiffsweep.declare.NetworkSettings;
import stiffsweep.declare.Optimizer;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.declare.Solver;
import stiffsweep.declare.TrainingSettings;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.problem.ValueSets;

/**
 * How long stacks train on one core of the machine that the constants were measured on: to compare trainings with, and to
 * guess from where nothing is measured.
 *
 * <p>An epoch of a stack takes a time for its calls, whatever their size, and for each trial the products of its rows
 * (values and derivatives at all points) with the weights, and the activations of the neurons.
 */
public final class TrainingWork {

    /**
     * What evaluates networks.
     *
     * @param calls of what an epoch of a stack takes whatever its size [s]
     * @param product of one row and one weight, forward and backward [s]
     * @param activation of one row and one neuron, forward and backward [s]
     */
    private record Pace(double calls, double product, double activation) {
        static final Pace ENGINE = new Pace(1.5e-3, 6e-11, 8e-9);
        static final Pace FUSED = new Pace(1e-4, 3.5e-11, 1.9e-9);
    }

    /** Of a product or a sum in the system of Levenberg-Marquardt [s]. */
    private static final double SYSTEM = 4.2e-10;

    /** Double precision to single. */
    private static final double DOUBLE = 2;

    private static final Map<String, Problem> PROBLEMS = new ConcurrentHashMap<>();

    private TrainingWork() {}

    /** The seconds of all epochs that the settings ask for, in a stack of so many trials. */
    public static double of(Settings settings, int stack) {
        return of(settings, stack, Long.MAX_VALUE);
    }

    /** The seconds of the first epochs, the polish after the training. */
    public static double of(Settings settings, int stack, long epochs) {
        TrainingSettings training = settings.training();
        if (!training.isOn()) {
            return 0;
        }
        long first = Math.min(epochs, training.epochs());
        double precision = settings.network().precision() == Precision.FLOAT64 ? DOUBLE : 1;
        double work = first * ofEpoch(settings, training.optimizer(), precision, stack);
        TrainingSettings.Polish polish = training.polish();
        if (!polish.isOn()) {
            return work;
        }
        long then = Math.min(epochs - first, polish.epochs());
        return work + then * ofEpoch(settings, polish.optimizer(), DOUBLE, stack);
    }

    private static double ofEpoch(Settings settings, Optimizer optimizer, double precision, int stack) {
        Problem problem = PROBLEMS.computeIfAbsent(settings.problem(), Problems::named);
        double points = settings.under("points").values().entrySet().stream()
                .filter(setting -> setting.getKey().endsWith(".count"))
                .mapToDouble(setting -> ((Number) setting.getValue()).doubleValue())
                .sum();
        ProblemDeclaration declaration = problem.declaration();
        boolean isStepped = optimizer == Optimizer.LEVENBERG_MARQUARDT;
        boolean isByEngine = isStepped || settings.execution().kernel() == Kernel.ENGINE;
        Pace pace = isByEngine ? Pace.ENGINE : Pace.FUSED;
        double values = ValueSets.apart(problem, declaration.formulation(settings), settings).stream()
                .mapToDouble(set -> settings.count("points." + set + ".count"))
                .sum();
        Size all = new Size(0, 0);
        double trial = 0;
        for (ProblemDeclaration.Network network :
                declaration.formulation(settings).networks()) {
            Size size = size(settings, network);
            int streams = declaration.directions().only(network.inputs()).streams();
            double rows = nodes(network, declaration, settings) * (values + (points - values) * streams);
            trial += precision * rows * (pace.product * size.weights + pace.activation * size.neurons);
            all = new Size(all.weights + size.weights, all.neurons + size.neurons);
        }
        return pace.calls + stack * (trial + (isStepped ? ofStep(settings, declaration, points, all, trial) : 0));
    }

    /** The nodes at which a network is evaluated for each point. */
    private static double nodes(ProblemDeclaration.Network network, ProblemDeclaration declaration, Settings settings) {
        return declaration.integratedInputs().stream()
                .filter(network.inputs()::contains)
                .mapToInt(input -> settings.count("points." + input + ".nodes"))
                .findFirst()
                .orElse(1);
    }

    /** Of a step of Levenberg-Marquardt; an iteration of conjugate gradients takes about as long as an evaluation. */
    private static double ofStep(
            Settings settings, ProblemDeclaration declaration, double points, Size network, double evaluation) {
        DescentSettings.LevenbergMarquardt method = settings.descent().levenbergMarquardt();
        Solver solver = method.solver().of((int) points, (int) network.weights);
        return solver == Solver.CG || !declaration.integratedInputs().isEmpty()
                ? evaluation * method.cgIterations()
                : ofSystem(points, network.neurons);
    }

    /** How many weights and neurons layers have. */
    private record Size(double weights, double neurons) {}

    /** The size of a network, which is counted and not made: it may be larger than any memory. */
    private static Size size(Settings all, ProblemDeclaration.Network network) {
        NetworkSettings settings = all.network(network.name());
        int outputs = network.functions().size();
        Size hidden = hidden(settings);
        double last = settings.hidden().get(settings.hidden().size() - 1);
        double width = settings.width();
        double trunkDepth = settings.trunkDepth();
        double ofTrunk = trunkDepth * width * width + width;
        return switch (settings.kind()) {
            case MLP -> new Size(hidden.weights + outputs * last, hidden.neurons + outputs);
            case HEAD_TRUNK ->
                new Size(
                        hidden.weights + last * width + outputs * ofTrunk,
                        hidden.neurons + width + outputs * (trunkDepth * width + 1));
        };
    }

    /** The hidden layers, of which the first reads one input. */
    private static Size hidden(NetworkSettings settings) {
        if (settings.widths().isEmpty()) {
            double width = settings.width();
            double depth = settings.depth();
            return new Size(width + (depth - 1) * width * width, depth * width);
        }
        double weights = 0;
        double neurons = 0;
        double before = 1;
        for (double next : settings.widths()) {
            weights += before * next;
            neurons += next;
            before = next;
        }
        return new Size(weights, neurons);
    }

    /** Of Levenberg-Marquardt: the products of the points with each other in each layer, and a factorisation in Java. */
    private static double ofSystem(double points, double neurons) {
        return SYSTEM * (2 / 3.0 * points * points * neurons + points * points * points / 5);
    }
}
