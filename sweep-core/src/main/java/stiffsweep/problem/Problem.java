package stiffsweep.problem;

import org.jspecify.annotations.Nullable;
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
