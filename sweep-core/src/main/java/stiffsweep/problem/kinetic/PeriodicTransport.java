package stiffsweep.problem.kinetic;

import java.util.List;
import java.util.Map;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Solved;
import stiffsweep.problem.Truth;

/** Linear transport on a circle, in the formulations of {@link LinearTransport}. */
public final class PeriodicTransport implements Problem {

    private static final ProblemDeclaration DECLARATION = Transport.formulated(
            Transport.of(
                            "periodic-transport",
                            "f given at t = 0, periodic in x",
                            "arXiv 2111.02541",
                            List.of(TransportData.WAVE))
                    .periodicInput("x", 0, 1, 1, "1")
                    .grid("measured", 11, 101),
            Conditions.OF_CIRCLE);

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public Truth truth(Settings parameters) {
        return Transport.truth(parameters);
    }

    @Override
    public Truth limit(Settings parameters) {
        return Transport.limit(parameters);
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        return Transport.results(solved, limit(solved.parameters()));
    }
}
