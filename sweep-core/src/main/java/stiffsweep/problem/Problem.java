package stiffsweep.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.jet.Jet;

/** An equation with its conditions and, where they are known, its truth and its conventional baseline. */
public interface Problem {

    /** Its name, parameters, sample sets, loss terms and fields. */
    ProblemDeclaration declaration();

    /** The highest derivative of the fields along the inputs that the residuals need, 1 or 2. */
    default int derivativeOrder() {
        return 1;
    }

    /** The number of functions that the network gives: one for each field of the solution, or those of an ansatz. */
    default int outputs() {
        return declaration().solutionFields().size();
    }

    /**
     * The declared fields that the network's functions make, by name. Unless told, each function is a field of the
     * solution.
     *
     * @param x the points as a jet: x itself, its derivative 1 and its second derivative 0
     * @param outputs the network's functions with their derivatives along x, {@link #outputs} of them
     */
    default Map<String, Jet> fields(Jet x, List<Jet> outputs) {
        Map<String, Jet> fields = new LinkedHashMap<>();
        List<String> names = declaration().solutionFields();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), outputs.get(i));
        }
        return fields;
    }

    /**
     * The residual of a loss term.
     *
     * @param term the name of one of the declared loss terms
     * @param samples the term's sample set
     */
    Residual residual(String term, Samples samples);

    /**
     * The solution that errors are measured against.
     *
     * @param parameters the settings under {@code problem}
     * @return the exact or reference solution; null where none is known
     */
    default @Nullable Truth truth(Settings parameters) {
        return null;
    }

    /**
     * The conventional method's solution: the patches joined at a matching point.
     *
     * @param parameters the settings under {@code problem}
     * @return null where the problem declares no matching
     */
    default @Nullable Truth baseline(Settings parameters, double matchingPoint) {
        return null;
    }

    /** The values of the declared results by column; one that cannot be told is left out. */
    default Map<String, Double> results(Solved solved) {
        return Map.of();
    }
}
