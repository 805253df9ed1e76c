package stiffsweep.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Residual;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Jet;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/**
 * The sample sets on which a loss takes fields by their values alone, as initial and boundary values often do: there no
 * derivative need go through a network. They are found by working the formulas out on made-up functions with derivatives and
 * without.
 */
public final class ValueSets {

    private static final Directions NONE = new Directions(List.of(), 0);

    private final Formulation formulation;
    private final Directions all;
    private final MadeUpSamples samples;

    private ValueSets(Formulation formulation, Directions all, MadeUpSamples samples) {
        this.formulation = formulation;
        this.all = all;
        this.samples = samples;
    }

    /**
     * The names of the sets.
     *
     * @param settings a trial's
     */
    public static List<String> of(Problem problem, Formulation formulation, Settings settings) {
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            MadeUpSamples samples = new MadeUpSamples(problem, settings.values(), tensors);
            ValueSets values = new ValueSets(formulation, problem.declaration().directions(), samples);
            return formulation.lossTerms().stream()
                    .map(LossTerm::sampleSet)
                    .distinct()
                    .filter(values::asksForValuesAlone)
                    .toList();
        }
    }

    private boolean asksForValuesAlone(String set) {
        return residuals(set, all)
                .filter(with -> residuals(set, NONE).filter(with::equals).isPresent())
                .isPresent();
    }

    /** The residuals of all terms on a set; none where a formula asks for what it does not get. */
    private Optional<List<Double>> residuals(String set, Directions directions) {
        try {
            Functions functions = samples.functions(formulation, set, directions);
            Map<String, Jet> fields = functions.fields();
            List<Double> residuals = new ArrayList<>();
            for (LossTerm term : formulation.lossTerms()) {
                if (term.sampleSet().equals(set)) {
                    Residual residual = term.residual(samples.samples(set, fields));
                    Arrays.stream(Tensors.values(residual.value().value())).forEach(residuals::add);
                }
            }
            return Optional.of(residuals);
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
