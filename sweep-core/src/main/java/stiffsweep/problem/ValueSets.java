package stiffsweep.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.MadeUpSamples.Slopes;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/**
 * The sample sets on which a loss takes fields by their values alone, as initial and boundary values often do: there no
 * derivative need go through a network. They are found by working the formulas out on made-up functions whose derivatives are
 * not numbers, and on the same functions without derivatives: both must give finite residuals, the same ones.
 */
public final class ValueSets {

    /** Of so many points one must be of a value set: the small operations of another pass cost more than few points save. */
    private static final int FEWEST_VALUES = 4;

    private final Formulation formulation;
    private final MadeUpSamples samples;

    private ValueSets(Formulation formulation, MadeUpSamples samples) {
        this.formulation = formulation;
        this.samples = samples;
    }

    /**
     * The sets that go through the networks apart: those without derivatives, if they have points enough that passes of their
     * own are worth while.
     *
     * @param settings a trial's
     */
    public static List<String> apart(Problem problem, Formulation formulation, Settings settings) {
        // On a line a derivative more or less is little: all points go in one pass.
        if (problem.declaration().directions().firsts() < 2) {
            return List.of();
        }
        List<String> found = of(problem, formulation, settings);
        List<String> all = formulation.lossTerms().stream()
                .map(LossTerm::sampleSet)
                .distinct()
                .toList();
        ToIntFunction<List<String>> points = some -> some.stream()
                .mapToInt(set -> settings.count("points." + set + ".count"))
                .sum();
        return points.applyAsInt(found) * FEWEST_VALUES >= points.applyAsInt(all) ? found : List.of();
    }

    /**
     * The names of the sets.
     *
     * @param settings a trial's
     */
    public static List<String> of(Problem problem, Formulation formulation, Settings settings) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            ValueSets values = new ValueSets(formulation, new MadeUpSamples(problem, settings.values(), tensors));
            return formulation.lossTerms().stream()
                    .map(LossTerm::sampleSet)
                    .distinct()
                    .filter(values::asksForValuesAlone)
                    .toList();
        }
    }

    private boolean asksForValuesAlone(String set) {
        List<Double> unknown = residuals(set, Slopes.UNKNOWN);
        return !unknown.isEmpty()
                && unknown.stream().allMatch(Double::isFinite)
                && unknown.equals(residuals(set, Slopes.NONE));
    }

    /** The residuals of all terms on a set; none where a formula does not work. */
    private List<Double> residuals(String set, Slopes slopes) {
        try {
            Map<String, Jet> fields =
                    samples.functions(formulation, set, slopes).fields();
            List<Double> residuals = new ArrayList<>();
            for (LossTerm term : formulation.lossTerms()) {
                if (term.sampleSet().equals(set)) {
                    Residual residual = term.residual(samples.samples(set, fields));
                    Arrays.stream(Tensors.values(residual.value().value())).forEach(residuals::add);
                }
            }
            return residuals;
        } catch (RuntimeException e) {
            // What a formula may not ask for it does not get here either: it is trained with all derivatives, and says
            // so there.
            return List.of();
        }
    }
}
