package stiffsweep.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;

/**
 * How long stacks train on one core of the machine that the constants were measured on: to compare trainings with, and to
 * guess from where nothing is measured.
 *
 * <p>An epoch of a stack takes a time for the engine's calls, whatever their size, and for each trial the products of its rows
 * (values and derivatives at all points) with the weights, and the activations of the neurons.
 */
public final class TrainingWork {

    /** Of the engine's calls in an epoch of a stack [s]. */
    private static final double CALLS = 1.5e-3;

    /** Of one row and one weight, forward and backward [s]. */
    private static final double PRODUCT = 6e-11;

    /** Of one row and one neuron, forward and backward [s]. */
    private static final double ACTIVATION = 8e-9;

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
        if (settings.word("training.optimizer").equals(CommonSettings.NONE)) {
            return 0;
        }
        long first = Math.min(epochs, settings.count("training.epochs"));
        double precision = settings.word("network.precision").equals("float64") ? DOUBLE : 1;
        double work = first * ofEpoch(settings, settings.word("training.optimizer"), precision, stack);
        String polish = settings.word("training.polish.optimizer");
        if (polish.equals(CommonSettings.NONE)) {
            return work;
        }
        long then = Math.min(epochs - first, settings.count("training.polish.epochs"));
        return work + then * ofEpoch(settings, polish, DOUBLE, stack);
    }

    private static double ofEpoch(Settings settings, String optimizer, double precision, int stack) {
        Problem problem = PROBLEMS.computeIfAbsent(settings.word("problem.kind"), Problems::named);
        double points = settings.under("points").values().entrySet().stream()
                .filter(setting -> setting.getKey().endsWith(".count"))
                .mapToDouble(setting -> ((Number) setting.getValue()).doubleValue())
                .sum();
        Size network = size(settings, problem.outputs());
        double rows = points * (1 + problem.derivativeOrder());
        double trial = precision * rows * (PRODUCT * network.weights + ACTIVATION * network.neurons);
        return CALLS
                + stack * (trial + (optimizer.equals("levenberg-marquardt") ? ofSystem(points, network.neurons) : 0));
    }

    /** How many weights and neurons layers have. */
    private record Size(double weights, double neurons) {}

    /** The size of a network, which is counted and not made: it may be larger than any memory. */
    private static Size size(Settings settings, int outputs) {
        double width = settings.count("network.width");
        Size hidden = hidden(settings, width);
        if (settings.word("network.kind").equals("mlp")) {
            return new Size(hidden.weights + outputs * last(settings, width), hidden.neurons + outputs);
        }
        double trunkDepth = settings.count("network.trunk-depth");
        double ofTrunk = trunkDepth * width * width + width;
        return new Size(
                hidden.weights + last(settings, width) * width + outputs * ofTrunk,
                hidden.neurons + width + outputs * (trunkDepth * width + 1));
    }

    /** The hidden layers, of which the first reads one input. */
    private static Size hidden(Settings settings, double width) {
        String widths = settings.word("network.widths");
        if (widths.equals(CommonSettings.EQUAL)) {
            double depth = settings.count("network.depth");
            return new Size(width + (depth - 1) * width * width, depth * width);
        }
        double weights = 0;
        double neurons = 0;
        double before = 1;
        for (String each : widths.split("-", -1)) {
            double next = Double.parseDouble(each);
            weights += before * next;
            neurons += next;
            before = next;
        }
        return new Size(weights, neurons);
    }

    /** The width of the last hidden layer. */
    private static double last(Settings settings, double width) {
        String widths = settings.word("network.widths");
        return widths.equals(CommonSettings.EQUAL)
                ? width
                : Double.parseDouble(widths.substring(widths.lastIndexOf('-') + 1));
    }

    /** Of Levenberg-Marquardt: the products of the points with each other in each layer, and a factorisation in Java. */
    private static double ofSystem(double points, double neurons) {
        return SYSTEM * (2 / 3.0 * points * points * neurons + points * points * points / 5);
    }
}
