package stiffsweep.problem.kinetic;

import java.util.List;
import java.util.Map;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Solved;
import stiffsweep.problem.Truth;

/**
 * Linear transport in a slab, {@code eps f_t + v f_x = s/eps (rho - f)} with {@code rho = 1/2 int f dv}, stated in several ways:
 * as it stands, by micro-macro decomposition and by even and odd parts. The density is what is sought, for every Knudsen number
 * eps.
 */
public final class LinearTransport implements Problem {

    private final ProblemDeclaration declaration;

    private LinearTransport(ProblemDeclaration declaration) {
        this.declaration = declaration;
    }

    /** Between two walls. */
    public static LinearTransport betweenWalls() {
        return new LinearTransport(Transport.formulated(
                Transport.of(
                                "linear-transport",
                                "f given at t = 0 and where it comes in",
                                "arXiv 2306.15381; arXiv 2111.02541",
                                List.of(
                                        TransportConditions.INFLOW_JUMP,
                                        TransportConditions.BOUNDARY_LAYER,
                                        TransportConditions.BUMP))
                        .input("x", 0, 1, 1, "1")
                        .faceAtStart("left", "x", 256)
                        .faceAtEnd("right", "x", 256)
                        .grid("measured", 11, 101),
                Conditions.OF_SLAB));
    }

    /** On a circle. */
    public static LinearTransport onCircle() {
        return new LinearTransport(Transport.formulated(
                Transport.of(
                                "periodic-transport",
                                "f given at t = 0, periodic in x",
                                "arXiv 2111.02541",
                                List.of(TransportConditions.WAVE))
                        .periodicInput("x", 0, 1, 1, "1")
                        .grid("measured", 11, 101),
                Conditions.OF_CIRCLE));
    }

    @Override
    public ProblemDeclaration declaration() {
        return declaration;
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
