package stiffsweep.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.sweep.ProblemDeclaration;
import stiffsweep.sweep.Settings;

/** An equation with its conditions and its truth. */
public interface Problem {

    /** Its name, parameters, sample sets and loss terms. */
    ProblemDeclaration declaration();

    /** The highest derivative of the fields along the inputs that the residuals need, 1 or 2. */
    default int derivativeOrder() {
        return 1;
    }

    /** The number of functions that the network gives: one, or the coefficients of an ansatz. */
    default int outputs() {
        return 1;
    }

    /**
     * The field that the network's functions make.
     *
     * @param x the points, {@code [trials, points, 1]}
     * @param outputs the network's functions with their derivatives, {@link #outputs} of them
     */
    default Jet field(Dual x, List<Jet> outputs) {
        return outputs.get(0);
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
     * @param field one of the declared fields
     * @param parameters the settings under {@code problem}
     * @return the exact or reference solution; null where none is known
     */
    @Nullable
    Truth truth(String field, Settings parameters);
}
