package stiffsweep.problem.kinetic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Solved;
import stiffsweep.problem.Truth;

/**
 * Linear transport where the scattering is random, {@code s (1 + a prod sin(pi z_i))} with z_i uniform on [-1, 1]: networks see
 * the z_i as inputs. With 20 of them, as published, the product is about 1e-3 and s is a number but for 1e-4; the answer that
 * leaves the randomness away stands beside the others as the limit.
 */
public final class UncertainTransport implements Problem {

    private final int inputs;
    private final ProblemDeclaration declaration;

    private UncertainTransport(String name, int inputs, double variation) {
        this.inputs = inputs;
        String[] random = IntStream.rangeClosed(1, inputs)
                .mapToObj(i -> Transport.RANDOM + i)
                .toArray(String[]::new);
        DeclarationBuilder builder = Transport.of(
                        name,
                        "s = s0 (1 + a prod sin(pi z)), f given at t = 0 and where it comes in",
                        "arXiv 2306.15381",
                        List.of(TransportConditions.INFLOW_JUMP))
                .parameter(
                        Transport.VARIATION,
                        variation,
                        new Law.Between(0, 0.9),
                        "1",
                        "How much the scattering varies, a.")
                .input("x", 0, 1, 1, "1");
        Arrays.stream(random).forEach(z -> builder.input(z, -1, 1, 0, "1"));
        builder.faceAtStart("left", "x", 256).faceAtEnd("right", "x", 256).faceAtEnd("measured", "t", 1000);
        declaration = Transport.formulated(builder, Conditions.OF_SLAB, random);
    }

    /** With two random numbers, whose product varies the scattering by a quarter. */
    public static UncertainTransport ofTwo() {
        return new UncertainTransport("uncertain-transport", 2, 0.5);
    }

    /** With twenty, as published. */
    public static UncertainTransport ofTwenty() {
        return new UncertainTransport("uncertain-transport-20", 20, 0.1);
    }

    @Override
    public ProblemDeclaration declaration() {
        return declaration;
    }

    @Override
    public Truth truth(Settings parameters) {
        return new UncertainDensity(parameters, inputs);
    }

    /** Without randomness. */
    @Override
    public Truth limit(Settings parameters) {
        return Transport.truth(parameters);
    }

    @Override
    public Map<String, Double> results(Solved solved) {
        return Transport.results(solved, limit(solved.parameters()));
    }
}
