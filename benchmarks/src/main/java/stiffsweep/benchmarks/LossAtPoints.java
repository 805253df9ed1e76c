package stiffsweep.benchmarks;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import stiffsweep.choice.Precision;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.loss.StackLoss;
import stiffsweep.loss.TrialLoss;
import stiffsweep.network.NamedParameters;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.TensorScope;
import stiffsweep.tensor.Tensors;

/**
 * Our loss of a case at random parameters, in double precision, with those parameters and its points: for a peer to show
 * that it has the same loss. The points are those that stay as they are.
 *
 * <pre>
 * . jobs/target/dist/environment
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" stiffsweep.benchmarks.LossAtPoints transport 128 32
 * </pre>
 */
public final class LossAtPoints {

    private static final double LARGEST_PARAMETER = 0.5;

    private LossAtPoints() {}

    /**
     * Prints one JSON line: each tensor of the parameters by its name; the points of each set by set and input; each term of
     * the loss before its weight, by its name; the weighted total.
     *
     * @param args the case; the points of the equation; the width of the hidden layers
     */
    public static void main(String[] args) {
        List<Trial> trials = new OurStep(args[0], Integer.parseInt(args[1]), 1, List.of("network.width = " + args[2]))
                .trials(1)
                .trials();
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            System.out.println(TensorScope.result(() -> line(StackLoss.of(trials, tensors), tensors)));
        }
    }

    private static JsonLine line(StackLoss loss, Tensors tensors) {
        double[] parameters = new SplittableRandom(0)
                .doubles(loss.model().parameters(), -LARGEST_PARAMETER, LARGEST_PARAMETER)
                .toArray();
        NDArray rows = tensors.of(parameters, 1, parameters.length);
        JsonLine line = new JsonLine();
        NamedParameters.of(loss.model(), parameters, loss.learned())
                .forEach(tensor -> line.with("parameter." + tensor.name(), tensor.values()));
        for (Map.Entry<String, Samples> set : loss.fields(rows).entrySet()) {
            for (Map.Entry<String, Dual> input : set.getValue().inputs().entrySet()) {
                String name = "points." + set.getKey() + "." + input.getKey();
                line.with(name, Tensors.values(input.getValue().value()));
            }
        }
        TrialLoss values = loss.values(rows).get(0);
        for (int term = 0; term < values.terms().size(); term++) {
            line.with(
                    "term." + loss.terms().terms().get(term).name(),
                    values.terms().get(term));
        }
        return line.with("total", values.total());
    }
}
