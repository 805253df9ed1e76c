package stiffsweep.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The problem {@code faulty}, in a jar of its own. What goes wrong in a trial is its parameter {@code fault}: 1 throws, 2 is not
 * a number, 3 never ends, 4 grows, 5 ends its process as native code may, 6 calls itself without end, 7 fills the heap, 8 calls
 * System.exit, 9 uses a derivative that is not carried, 10 has a result that is null; with 0 nothing does.
 */
final class FaultyProblem {

    private static final String SOURCE = """
            package own;

            import ai.djl.ndarray.NDManager;
            import ai.djl.ndarray.types.Shape;
            import java.util.Arrays;
            import java.util.HashMap;
            import java.util.Map;
            import stiffsweep.jet.Dual;
            import stiffsweep.formula.Residual;
            import stiffsweep.formula.Samples;
            import stiffsweep.problem.Problem;
            import stiffsweep.problem.Solved;
            import stiffsweep.declare.Law;
            import stiffsweep.declare.ProblemDeclaration;
            import stiffsweep.tensor.Tensors;

            public final class Faulty implements Problem {

                @Override
                public ProblemDeclaration declaration() {
                    return ProblemDeclaration.of("faulty", "y' = -y", "test")
                            .parameter("fault", 0, new Law.AtLeast(0), "1", "What goes wrong.")
                            .interval("residual", "linear", 0, 1, 20, "x")
                            .equation("equation", "residual", 1, "the equation holds", Faulty::residual)
                            .result("found", "1", "What was found.")
                            .fields("y")
                            .build();
                }

                private static Residual residual(Samples samples) {
                    double[] faults = Tensors.values(samples.parameter("fault").value());
                    if (Arrays.stream(faults).anyMatch(fault -> fault == 1)) {
                        throw new IllegalStateException("fault 1");
                    }
                    while (Arrays.stream(faults).anyMatch(fault -> fault == 3)) {
                        Thread.onSpinWait();
                    }
                    while (Arrays.stream(faults).anyMatch(fault -> fault == 4)) {
                        NDManager.newBaseManager().ones(new Shape(1 << 24));
                    }
                    if (Arrays.stream(faults).anyMatch(fault -> fault == 5)) {
                        Runtime.getRuntime().halt(134);
                    }
                    if (Arrays.stream(faults).anyMatch(fault -> fault == 6)) {
                        return residual(samples);
                    }
                    if (Arrays.stream(faults).anyMatch(fault -> fault == 7)) {
                        throw new IllegalStateException("so large: " + new long[Integer.MAX_VALUE].length);
                    }
                    if (Arrays.stream(faults).anyMatch(fault -> fault == 8)) {
                        System.exit(0);
                    }
                    if (Arrays.stream(faults).anyMatch(fault -> fault == 9)) {
                        return Residual.of(samples.y().secondDerivative());
                    }
                    Dual broken = samples.parameter("fault").minus(2);
                    return Residual.of(samples.y().derivative().plus(samples.y().value()).over(broken));
                }

                @Override
                public Map<String, Double> results(Solved solved) {
                    Map<String, Double> results = new HashMap<>();
                    results.put("found", solved.parameters().number("fault") == 10 ? null : 1.0);
                    return results;
                }
            }
            """;

    private FaultyProblem() {}

    /** Makes the jar in a folder. */
    static Path jar(Path folder) throws IOException {
        return OwnJar.of(Map.of("Faulty", SOURCE), List.of("Faulty"), folder.resolve("faulty.jar"));
    }
}
