package stiffsweep.jet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.choice.Kernel;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/**
 * Every function of one variable, as an operation of duals and of jets, against the same function in plain doubles and its
 * differences: a slope that is wrong trains a network to another equation, and nothing else would show it.
 */
@ParameterizedClass
@EnumSource(
        value = Kernel.class,
        names = {"ENGINE", "FUSED"})
class OperationsTest {

    private final Kernel kernel;

    OperationsTest(Kernel kernel) {
        this.kernel = kernel;
    }

    private static final List<Double> POSITIVE = List.of(0.4, 0.7, 1.1, 1.4, 2.3, 3.9);
    private static final List<Double> ANY = List.of(-2.4, -0.9, -0.4, 0.45, 0.8, 1.9);
    private static final double[] DIRECTION = {1, -0.5, 0.25, 2, -1, 0.75};

    /** The differences have errors of {@code STEP^4} and of the last bit over {@code STEP}, or {@code STEP^2}. */
    private static final double STEP = 2.5e-4;

    /** For differences of what is a derivative already. */
    private static final double SMALL = 1e-6;

    private static final double FIRST = 1e-9;
    private static final double SECOND = 1e-7;

    private record Operation(
            String name,
            List<Double> points,
            DoubleUnaryOperator plain,
            UnaryOperator<Dual> dual,
            UnaryOperator<Jet> jet) {

        double[] at() {
            return numbers(points);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Operation> operations() {
        return List.of(
                new Operation("minus a number", ANY, u -> u - 3, u -> u.minus(3), u -> u.minus(3)),
                new Operation("from a number", ANY, u -> 3 - u, u -> u.subtractedFrom(3), u -> u.subtractedFrom(3)),
                new Operation("reciprocal", ANY, u -> 1 / u, Dual::reciprocal, Jet::reciprocal),
                new Operation("square root", POSITIVE, Math::sqrt, Dual::sqrt, Jet::sqrt),
                new Operation("power", POSITIVE, u -> Math.pow(u, -1.5), u -> u.power(-1.5), u -> u.power(-1.5)),
                new Operation("whole power", ANY, u -> u * u * u, u -> u.power(3), u -> u.power(3)),
                new Operation("exponential", ANY, Math::exp, Dual::exp, Jet::exp),
                new Operation("logarithm", POSITIVE, Math::log, Dual::log, Jet::log),
                new Operation("sigmoid", ANY, u -> 1 / (1 + Math.exp(-u)), Dual::sigmoid, Jet::sigmoid),
                new Operation("softplus", ANY, u -> Math.log1p(Math.exp(u)), Dual::softplus, Jet::softplus),
                new Operation("sine", ANY, Math::sin, Dual::sin, Jet::sin),
                new Operation("cosine", ANY, Math::cos, Dual::cos, Jet::cos),
                new Operation("tangent", ANY, Math::tan, u -> u.tan(), u -> u.tan()),
                new Operation("inverse tangent", ANY, Math::atan, Dual::atan, Jet::atan),
                new Operation("hyperbolic sine", ANY, Math::sinh, Dual::sinh, Jet::sinh),
                new Operation("hyperbolic cosine", ANY, Math::cosh, Dual::cosh, Jet::cosh),
                new Operation("hyperbolic tangent", ANY, FastMath::tanh, Dual::tanh, Jet::tanh),
                new Operation("error function", ANY, Erf::erf, Dual::erf, Jet::erf),
                new Operation("absolute value", ANY, Math::abs, Dual::abs, Jet::abs),
                new Operation("positive part", ANY, u -> Math.max(u, 0), Dual::positivePart, Jet::positivePart),
                new Operation("larger than a number", ANY, u -> Math.max(u, 0.5), u -> u.max(0.5), u -> u.max(0.5)),
                new Operation("smaller than a number", ANY, u -> Math.min(u, 0.5), u -> u.min(0.5), u -> u.min(0.5)),
                new Operation(
                        "the larger", ANY, u -> Math.max(u, u * u), u -> u.max(u.square()), u -> u.max(u.square())),
                new Operation(
                        "the smaller", ANY, u -> Math.min(u, u * u), u -> u.min(u.square()), u -> u.min(u.square())),
                new Operation(
                        "chosen by sign",
                        ANY,
                        u -> u >= 0.5 ? Math.exp(u) : u * u,
                        u -> Dual.where(u.minus(0.5), u.exp(), u.square()),
                        u -> Jet.where(u.value().minus(0.5), u.exp(), u.square())));
    }

    private Tensors tensors;

    @BeforeEach
    void open() {
        tensors = Tensors.of(ComputeDevice.cpu(), Precision.FLOAT64, kernel);
    }

    @AfterEach
    void close() {
        tensors.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theValueIsThatOfPlainDoubles(Operation operation) {
        double[] expected = Arrays.stream(operation.at()).map(operation.plain).toArray();
        for (Dual value : List.of(
                operation.dual.apply(constant(operation.at())),
                operation.jet.apply(field(constant(operation.at()))).value())) {
            double[] values = values(value);
            for (int i = 0; i < expected.length; i++) {
                // A few units in the last place: two libraries' functions.
                assertThat(values[i]).isCloseTo(expected[i], within(1e-15 * Math.max(1, Math.abs(expected[i]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tangentAndGradientAreTheSlope(Operation operation) {
        double[] slope = Arrays.stream(operation.at())
                .map(u -> first(operation.plain, u))
                .toArray();
        double[] along = slope.clone();
        Arrays.setAll(along, i -> slope[i] * DIRECTION[i]);

        assertThat(Tensors.values(operation
                        .dual
                        .apply(Dual.of(column(operation.at()), column(DIRECTION)))
                        .tangentOrZero()))
                .containsExactly(along, within(FIRST));
        assertThat(Tensors.values(Tape.gradient(
                        column(operation.at()),
                        leaf -> operation.dual.apply(Dual.constant(leaf)).value())))
                .containsExactly(slope, within(FIRST));
    }

    /** So that a product of the Hessian with a direction is exact: it is the gradient of a tangent. */
    @ParameterizedTest
    @MethodSource("operations")
    void theGradientOfTheTangentIsTheBend(Operation operation) {
        double[] bend = Arrays.stream(operation.at())
                .map(u -> second(operation.plain, u))
                .toArray();
        NDArray gradient = Tape.gradient(column(operation.at()), leaf -> {
            NDArray tangent =
                    operation.dual.apply(Dual.of(leaf, leaf.onesLike())).tangentOrZero();
            // A tangent that is constant has no way back to the leaf.
            return tangent.add(leaf.mul(leaf.zerosLike()));
        });

        assertThat(Tensors.values(gradient)).containsExactly(bend, within(SECOND));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aJetCarriesTheDerivativesOfTheWholeFormula(Operation operation) {
        // u(x) = x + x^2 / 10 at the points x.
        DoubleUnaryOperator whole = operation.plain.compose(x -> x + x * x / 10);
        Jet carried = operation.jet.apply(inner(constant(operation.at())));

        assertThat(values(carried.derivative()))
                .containsExactly(
                        Arrays.stream(operation.at()).map(x -> first(whole, x)).toArray(), within(FIRST));
        assertThat(values(carried.secondDerivative()))
                .containsExactly(
                        Arrays.stream(operation.at()).map(x -> second(whole, x)).toArray(), within(SECOND));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tangentsAndGradientsOfDerivativesAreTheirSlopes(Operation operation) {
        for (int i = 0; i < 2; i++) {
            int order = i;
            UnaryOperator<Dual> stream = at -> {
                Jet carried = operation.jet.apply(inner(at));
                return order == 0 ? carried.derivative() : carried.secondDerivative();
            };
            double[] ahead = values(stream.apply(constant(moved(operation.at(), SMALL))));
            double[] behind = values(stream.apply(constant(moved(operation.at(), -SMALL))));
            double[] slope = ahead.clone();
            Arrays.setAll(slope, point -> (ahead[point] - behind[point]) / (2 * SMALL));
            NDArray at = column(operation.at());

            assertThat(Tensors.values(stream.apply(Dual.of(at, at.onesLike())).tangentOrZero()))
                    .as("tangent of derivative %d", order + 1)
                    .satisfies(tangent -> agree(tangent, slope));
            assertThat(Tensors.values(Tape.gradient(
                            at,
                            leaf -> stream.apply(Dual.constant(leaf)).value().add(leaf.mul(leaf.zerosLike())))))
                    .as("gradient of derivative %d", order + 1)
                    .satisfies(gradient -> agree(gradient, slope));
        }
    }

    @Test
    void functionsWithAStableFormAreFiniteFarOut() {
        double[] far = {-1e4, -800, -40, 0, 40, 800, 1e4};
        List<UnaryOperator<Jet>> stable = List.of(Jet::sigmoid, Jet::softplus, Jet::tanh, Jet::atan, Jet::erf);
        for (UnaryOperator<Jet> operation : stable) {
            UnaryOperator<Dual> all = at -> {
                Jet u = operation.apply(field(at));
                return u.value().plus(u.derivative()).plus(u.secondDerivative());
            };
            Dual sum = all.apply(Dual.of(column(far), column(far).onesLike()));
            NDArray gradient = Tape.gradient(
                    column(far), leaf -> all.apply(Dual.constant(leaf)).value());
            for (NDArray numbers : List.of(sum.value(), sum.tangentOrZero(), gradient)) {
                assertThat(Arrays.stream(Tensors.values(numbers))).allMatch(Double::isFinite);
            }
        }
    }

    /** A power of zero to less than zero is infinite, also where its factor is zero. */
    @Test
    void aWholePowerIsDifferentiatedAtZeroToo() {
        Dual zero = Dual.of(column(0), column(1));
        Jet cube = field(zero).power(3);
        assertThat(values(cube.secondDerivative())).containsExactly(0);
        assertThat(Tensors.values(cube.secondDerivative().tangentOrZero())).containsExactly(6);
        assertThat(Tensors.values(zero.power(1).tangentOrZero())).containsExactly(1);
    }

    /** The engine's own is u itself above 20. */
    @Test
    void softplusKeepsItsPrecisionOnBothSides() {
        Dual softplus = constant(-40, -20, 0, 20.5, 25, 40).softplus();
        double[] expected = {
            Math.log1p(Math.exp(-40)),
            Math.log1p(Math.exp(-20)),
            Math.log(2),
            20.5 + Math.log1p(Math.exp(-20.5)),
            25 + Math.log1p(Math.exp(-25)),
            40
        };
        double[] values = values(softplus);
        for (int i = 0; i < expected.length; i++) {
            assertThat(values[i]).isCloseTo(expected[i], within(4e-16 * expected[i]));
        }
    }

    @Test
    void identitiesHoldPointByPoint() {
        Dual u = constant(numbers(ANY));
        vanishes(u.cosh().square().minus(u.sinh().square()).minus(1));
        vanishes(u.sin().square().plus(u.cos().square()).minus(1));
        vanishes(u.sinh().over(u.cosh()).minus(u.tanh()));
        vanishes(u.tan().atan().sin().abs().minus(u.sin().abs()));
        vanishes(u.softplus().minus(u.negate().softplus()).minus(u));
        vanishes(u.times(2).sigmoid().times(2).minus(1).minus(u.tanh()));
        vanishes(u.abs().minus(u.times(u.sign())));
        vanishes(u.max(u.cos()).plus(u.min(u.cos())).minus(u).minus(u.cos()));
    }

    @Test
    void aConstantOfTheInputsMovesNoDerivativeAndItsOwnTangentCounts() {
        Dual rate = Dual.of(tensors.of(new double[] {2, 3}, 2, 1, 1), tensors.of(new double[] {1, 1}, 2, 1, 1));
        Jet x = field(Dual.constant(tensors.of(new double[] {5, 7}, 1, 2, 1)));

        Jet product = x.square().timesConstant(rate);
        Jet sum = x.square().plusConstant(rate);

        assertThat(values(product.derivative())).containsExactly(20, 28, 30, 42);
        assertThat(Tensors.values(product.derivative().tangentOrZero())).containsExactly(10, 14, 10, 14);
        assertThat(values(product.secondDerivative())).containsExactly(4, 4, 6, 6);
        assertThat(values(sum.value())).containsExactly(27, 51, 28, 52);
        assertThat(Tensors.values(sum.value().tangentOrZero())).containsExactly(1, 1, 1, 1);
        assertThat(values(sum.derivative())).containsExactly(10, 14);
    }

    private static void vanishes(Dual difference) {
        // A few units in the last place of numbers up to cosh(2.4)^2.
        assertThat(Arrays.stream(values(difference))).allMatch(number -> Math.abs(number) < 2e-14);
    }

    private static void agree(double[] numbers, double[] slope) {
        for (int i = 0; i < slope.length; i++) {
            // Rounding over the step, 1e-16 / 1e-6, times the size of a third derivative.
            assertThat(numbers[i]).isCloseTo(slope[i], within(1e-8 * Math.max(1, Math.abs(slope[i]))));
        }
    }

    /** The field x itself, with the derivatives of x. */
    private static Jet field(Dual x) {
        return Jet.input("x", x, Directions.alongOne("x", 2));
    }

    private static Jet inner(Dual x) {
        Jet field = field(x);
        return field.plus(field.square().times(0.1));
    }

    private static double first(DoubleUnaryOperator f, double x) {
        return (8 * (f.applyAsDouble(x + STEP) - f.applyAsDouble(x - STEP))
                        - (f.applyAsDouble(x + 2 * STEP) - f.applyAsDouble(x - 2 * STEP)))
                / (12 * STEP);
    }

    private static double second(DoubleUnaryOperator f, double x) {
        return (16 * (f.applyAsDouble(x + STEP) + f.applyAsDouble(x - STEP))
                        - (f.applyAsDouble(x + 2 * STEP) + f.applyAsDouble(x - 2 * STEP))
                        - 30 * f.applyAsDouble(x))
                / (12 * STEP * STEP);
    }

    private static double[] moved(double[] at, double shift) {
        return Arrays.stream(at).map(x -> x + shift).toArray();
    }

    private static double[] numbers(List<Double> points) {
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Dual constant(double... values) {
        return Dual.constant(column(values));
    }

    private NDArray column(double... values) {
        return tensors.of(values, 1, values.length, 1);
    }

    private static double[] values(Dual dual) {
        return Tensors.values(dual.value());
    }
}
