package stiffsweep.problem.kinetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.formula.Functions;
import stiffsweep.formula.NodeSum;
import stiffsweep.formula.Parameters;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.problem.Problem;
import stiffsweep.reference.Quadrature;
import stiffsweep.reference.kinetic.Fluid;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The formulations of a kinetic equation agree: one exact solution is the solution of each of them. */
class FormulationsTest {

    private static final Tensors TENSORS = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64);

    private static final double[] T = {0.01, 0.04, 0.09};
    private static final double[] X = {0.1, 0.45, 0.3};
    private static final double KNUDSEN = 0.2;
    private static final double SCATTERING = 1.5;

    @AfterAll
    static void close() {
        TENSORS.close();
    }

    /** A function of t, x and v. */
    @FunctionalInterface
    private interface OfThree {
        double at(double t, double x, double v);
    }

    /**
     * f = A (x^2 + 2 t / (3 s)) - 2 A eps/s x v + 2 A (eps/s)^2 v^2 + 1, by insertion: a parabola that diffuses, with all that a
     * Knudsen number adds to it.
     */
    @ParameterizedTest
    @ValueSource(strings = {"pinn", "pinn-divided", "micro-macro", "micro-macro-soft", "even-odd"})
    void everyFormulationOfTransportHoldsForADiffusingParabola(String formulation) {
        double a = 0.3;
        double s = SCATTERING;
        double eps = KNUDSEN;
        Quadrature rule = Quadrature.legendreByHalves(-1, 1, 4);
        Problem problem = LinearTransport.betweenWalls();
        OfThree rho = (t, x, v) -> a * (x * x + 2 * t / (3 * s)) + 2 * a * eps * eps / (3 * s * s) + 1;
        OfThree rhoX = (t, x, v) -> 2 * a * x;
        OfThree change = (t, x, v) -> 2 * a / (3 * s);
        OfThree even = (t, x, v) -> a * (x * x + 2 * t / (3 * s)) + 2 * a * eps * eps / (s * s) * v * v + 1;
        OfThree odd = (t, x, v) -> -2 * a * x * v / s;
        OfThree oddX = (t, x, v) -> -2 * a * v / s;
        OfThree zero = (t, x, v) -> 0;
        Map<String, Jet> fields = new LinkedHashMap<>();
        fields.put("density", jet(problem, rule, false, rho, change, rhoX));
        fields.put("even", jet(problem, rule, true, even, change, rhoX));
        fields.put("odd", jet(problem, rule, true, odd, zero, oddX));
        fields.put(
                "distribution",
                jet(
                        problem,
                        rule,
                        true,
                        (t, x, v) -> even.at(t, x, v) + eps * odd.at(t, x, v),
                        change,
                        (t, x, v) -> rhoX.at(t, x, v) + eps * oddX.at(t, x, v)));
        OfThree g = (t, x, v) -> odd.at(t, x, v) + 2 * a * eps / (s * s) * (v * v - 1.0 / 3);
        fields.put("deviation", jet(problem, rule, true, g, zero, oddX));
        Samples samples = samples(
                rule, fields, Map.of("knudsen", KNUDSEN, "scattering", SCATTERING), Map.of("data", "inflow-jump"));

        for (LossTerm term : equations(problem, formulation)) {
            assertThat(largest(term, samples)).as(term.name()).isLessThan(1e-14);
        }
    }

    /** f = M + e^(-t/eps) h, where h has no density, momentum and energy: a gas that only relaxes. */
    @ParameterizedTest
    @ValueSource(strings = {"conservation", "pinn"})
    void everyFormulationOfAGasHoldsWhileItRelaxes(String formulation) {
        Fluid gas = new Fluid(1.2, 0.3, 0.9);
        Quadrature rule = Quadrature.legendre(-10, 10, 60);
        Problem problem = new BoltzmannBgk();
        OfThree h = (t, x, v) -> 0.01 * Math.exp(-t / KNUDSEN) * (v * v * v * v - 6 * v * v + 3) * Math.exp(-v * v / 2);
        OfThree zero = (t, x, v) -> 0;
        Map<String, Jet> fields = new LinkedHashMap<>();
        for (String suffix : List.of("", "-of-f")) {
            fields.put("density" + suffix, jet(problem, rule, false, (t, x, v) -> gas.density(), zero, zero));
            fields.put("momentum" + suffix, jet(problem, rule, false, (t, x, v) -> gas.momentum(), zero, zero));
            fields.put("energy" + suffix, jet(problem, rule, false, (t, x, v) -> gas.energy(), zero, zero));
        }
        fields.put("velocity", jet(problem, rule, false, (t, x, v) -> gas.velocity(), zero, zero));
        fields.put("temperature", jet(problem, rule, false, (t, x, v) -> gas.temperature(), zero, zero));
        OfThree f = (t, x, v) -> gas.maxwellian(v) + h.at(t, x, v);
        fields.put("distribution", jet(problem, rule, true, f, (t, x, v) -> -h.at(t, x, v) / KNUDSEN, zero));
        Samples samples = samples(
                rule, fields, Map.of("knudsen", KNUDSEN), Map.of("profile", "tanh-10", "positivity", "gaussian"));

        for (LossTerm term : equations(problem, formulation)) {
            assertThat(largest(term, samples)).as(term.name()).isLessThan(1e-14);
        }
        double[] densities = Tensors.values(
                samples.integral(fields.get("distribution").value()).value());
        assertThat(densities).containsExactly(new double[] {1.2, 1.2, 1.2}, within(1e-13));
    }

    @Test
    void whatIsBeyondTheDensityHasNoMeanWhateverTheNetworkGives() {
        Samples made = made(LinearTransport.betweenWalls(), "micro-macro");
        Jet g = made.field("deviation");
        for (Dual stream : List.of(g.value(), g.along("t"), g.along("x"))) {
            double[] means = Tensors.values(made.average(stream).value());
            assertThat(Arrays.stream(means).map(Math::abs).max().orElseThrow()).isLessThan(1e-15);
        }
    }

    @Test
    void evenAndOddPartsAreSoToTheLastBitWhateverTheNetworksGive() {
        Samples made = made(LinearTransport.betweenWalls(), "even-odd");
        double[] even = Tensors.values(made.field("even").along("x").value());
        double[] odd = Tensors.values(made.field("odd").value().value());
        for (int point = 0; point < T.length; point++) {
            for (int node = 0; node < 8; node++) {
                int here = 8 * point + node;
                int there = 8 * point + 7 - node;
                assertThat(even[here]).isEqualTo(even[there]);
                assertThat(odd[here]).isEqualTo(-odd[there]);
            }
        }
        assertThat(even).doesNotContain(0);
    }

    /** The fields that a formulation makes of functions that were drawn. */
    private static Samples made(Problem problem, String name) {
        Quadrature rule = Quadrature.legendreByHalves(-1, 1, 4);
        SplittableRandom random = new SplittableRandom(1);
        Formulation formulation = formulation(problem, name);
        Map<String, Jet> functions = new LinkedHashMap<>();
        formulation
                .networks()
                .forEach(network -> network.functions().forEach(function -> {
                    boolean isOverNodes = network.inputs().contains("v");
                    OfThree drawn = (t, x, v) -> random.nextDouble(-1, 1);
                    functions.put(function, jet(problem, rule, isOverNodes, drawn, drawn, drawn));
                }));
        Functions given = new Functions(
                Map.of(), functions, Map.of("v", sum(rule)), Parameters.of(Map.of()), formulation.formulas());
        return new Samples(Map.of(), Map.of("v", sum(rule)), given.fields(), () -> null, Parameters.of(Map.of()));
    }

    private static Formulation formulation(Problem problem, String name) {
        return problem.declaration().formulations().stream()
                .filter(formulation -> formulation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<LossTerm> equations(Problem problem, String formulation) {
        return formulation(problem, formulation).lossTerms().stream()
                .filter(term -> term.kind() == LossTerm.Kind.EQUATION)
                .toList();
    }

    private static double largest(LossTerm term, Samples samples) {
        double[] residuals = Tensors.values(term.residual(samples).value().value());
        return Arrays.stream(residuals).map(Math::abs).max().orElseThrow();
    }

    private static Samples samples(
            Quadrature rule, Map<String, Jet> fields, Map<String, Double> numbers, Map<String, String> words) {
        Map<String, Dual> parameters = new TreeMap<>();
        numbers.forEach((name, number) -> parameters.put(name, tensor(new double[] {number}, 1, 1)));
        Map<String, Dual> inputs = Map.of(
                "t",
                tensor(T, T.length, 1),
                "x",
                tensor(X, X.length, 1),
                "v",
                tensor(nodes(rule), 1, nodes(rule).length));
        return new Samples(inputs, Map.of("v", sum(rule)), fields, () -> null, new Parameters(parameters, words));
    }

    private static NodeSum sum(Quadrature rule) {
        double length = rule.integral(v -> 1);
        double[] weights =
                rule.weights().stream().mapToDouble(weight -> weight / length).toArray();
        return new NodeSum(tensor(weights, 1, weights.length), tensor(new double[] {length}, 1, 1));
    }

    /** A field from its value and its derivatives along t and x. */
    private static Jet jet(
            Problem problem, Quadrature rule, boolean isOverNodes, OfThree value, OfThree alongT, OfThree alongX) {
        double[] nodes = isOverNodes ? nodes(rule) : new double[] {0};
        Directions directions = problem.declaration().directions();
        List<Dual> derivatives = directions.inputs().stream()
                .map(input -> column(input.equals("t") ? alongT : alongX, nodes))
                .toList();
        return new Jet(directions, column(value, nodes), derivatives, List.of());
    }

    private static Dual column(OfThree function, double[] nodes) {
        double[] values = new double[T.length * nodes.length];
        for (int i = 0; i < values.length; i++) {
            int point = i / nodes.length;
            values[i] = function.at(T[point], X[point], nodes[i % nodes.length]);
        }
        return tensor(values, T.length, nodes.length);
    }

    private static double[] nodes(Quadrature rule) {
        return rule.nodes().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Dual tensor(double[] values, int points, int nodes) {
        return Dual.constant(TENSORS.of(values, 1, points, nodes));
    }
}
