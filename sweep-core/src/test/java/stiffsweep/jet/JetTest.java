package stiffsweep.jet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** Formulas on jets against finite differences of the same formulas on values, and against closed forms. */
class JetTest {

    private static final double[] AT = {0.3, 0.7, 1.1, 1.9, 2.3, 0.2};
    private static final double STEP = 1e-4;

    private static final Map<String, UnaryOperator<Jet>> OPERATIONS = Map.ofEntries(
            Map.entry("plus", u -> u.plus(u.square())),
            Map.entry("minus", u -> u.square().minus(u)),
            Map.entry("times a jet", u -> u.exp().times(u.square())),
            Map.entry("times a number", u -> u.square().times(-1.5)),
            Map.entry("over", u -> u.exp().over(u.square())),
            Map.entry("negate", u -> u.square().negate()),
            Map.entry("square", Jet::square),
            Map.entry("exp", Jet::exp),
            Map.entry("log", Jet::log),
            Map.entry("power", u -> u.power(1.5)),
            Map.entry("negative sigmoid", u -> u.times(3).negativeSigmoid()));

    private Tensors tensors;

    @BeforeEach
    void open() {
        tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64);
    }

    @AfterEach
    void close() {
        tensors.close();
    }

    @Test
    void everyOperationCarriesTheDerivativesAlongBothOfTwoInputs() {
        OPERATIONS.forEach((name, operation) -> {
            double[] here = values(operation.apply(field(0, 0, 0)));
            Jet carried = operation.apply(field(0, 0, 2));
            for (int direction = 0; direction < 2; direction++) {
                double[] ahead = values(operation.apply(shifted(direction, STEP)));
                double[] behind = values(operation.apply(shifted(direction, -STEP)));
                double[] first =
                        Tensors.values(carried.derivatives().get(direction).value());
                double[] second = Tensors.values(
                        carried.secondDerivatives().get(direction).value());
                for (int i = 0; i < here.length; i++) {
                    assertThat(first[i])
                            .as("%s: first derivative along %d", name, direction)
                            .isCloseTo((ahead[i] - behind[i]) / (2 * STEP), within(1e-5));
                    assertThat(second[i])
                            .as("%s: second derivative along %d", name, direction)
                            .isCloseTo((ahead[i] - 2 * here[i] + behind[i]) / (STEP * STEP), within(1e-4));
                }
            }
        });
    }

    @Test
    void lowerOrdersCarryTheSameNumbersAndNoMore() {
        OPERATIONS.forEach((name, operation) -> {
            Jet second = operation.apply(field(0, 0, 2));
            Jet first = operation.apply(field(0, 0, 1));
            Jet value = operation.apply(field(0, 0, 0));
            assertThat(values(first)).as(name).isEqualTo(values(second));
            assertThat(values(value)).as(name).isEqualTo(values(second));
            assertThat(first.derivatives()).hasSize(2);
            assertThat(Tensors.values(first.derivatives().get(1).value()))
                    .isEqualTo(Tensors.values(second.derivatives().get(1).value()));
            assertThat(first.secondDerivatives()).isEmpty();
            assertThat(value.derivatives()).isEmpty();
        });
    }

    /** The ansatz of chemical freeze-out with constant coefficients 0.4 and -2. */
    @Test
    void aFormulaInTheCoordinateHasItsClosedFormDerivatives() {
        Jet x = coordinate(column(AT), 2);
        Jet y = x.power(1.5)
                .times(x.negate().exp())
                .times(Math.exp(0.4))
                .plus(x.times(0).plus(x.over(x)).times(-2));
        for (int i = 0; i < AT.length; i++) {
            double at = AT[i];
            double term = Math.exp(0.4 - at) * Math.pow(at, 1.5);
            double slope = 1.5 / at - 1;
            assertThat(values(y)[i]).isCloseTo(term - 2, within(1e-14));
            assertThat(Tensors.values(y.derivative().value())[i]).isCloseTo(term * slope, within(1e-13));
            assertThat(Tensors.values(y.secondDerivative().value())[i])
                    .isCloseTo(term * (slope * slope - 1.5 / (at * at)), within(1e-12));
        }
    }

    @Test
    void theNegativeSigmoidAndItsGradientAreFiniteFarOut() {
        NDArray far = column(-1e4, -800, -40, 0, 40, 800, 1e4);
        Jet image = coordinate(far, 2).negativeSigmoid();
        NDArray gradient = Tape.gradient(far, leaf -> {
            Jet u = coordinate(leaf, 2).negativeSigmoid();
            return u.value().plus(u.derivative()).plus(u.secondDerivative()).value();
        });

        assertThat(values(image))
                .containsExactly(new double[] {0, 0, -4.248354255291589e-18, -0.5, -1, -1, -1}, within(1e-32));
        assertThat(Tensors.values(image.derivative().value())[3]).isEqualTo(-0.25);
        assertThat(Arrays.stream(Tensors.values(gradient))).allMatch(Double::isFinite);
    }

    @Test
    void tangentsOfDerivativesAreTheirDirectionalDerivatives() {
        NDArray scale = column(1.3, 0.6, 0.9, 1.1, 0.4, 1.7);
        double step = 1e-6;
        OPERATIONS.forEach((name, operation) -> {
            Jet carried = operation.apply(scaled(Dual.of(scale, scale.onesLike())));
            List<Dual> ahead = streams(operation.apply(scaled(Dual.constant(scale.add(step)))));
            List<Dual> behind = streams(operation.apply(scaled(Dual.constant(scale.sub(step)))));
            for (int i = 0; i < ahead.size(); i++) {
                double[] difference = Tensors.values(
                        ahead.get(i).minus(behind.get(i)).times(0.5 / step).value());
                assertThat(Tensors.values(streams(carried).get(i).tangentOrZero()))
                        .as("%s: stream %d", name, i)
                        .containsExactly(difference, within(1e-5));
            }
        });
    }

    @Test
    void jetsOfDifferentOrdersAreRefused() {
        Jet first = coordinate(column(AT), 1);
        Jet second = coordinate(column(AT), 2);
        assertThatThrownBy(() -> first.plus(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must carry the same derivatives")
                .hasMessageContaining("1 first with 0 second and 1 first with 1 second");
    }

    /** The field u = (2 + x + y + x y^2 / 4) / 4 of two inputs at points (x, x / 2 + 0.1), moved by a shift. */
    private Jet field(double alongX, double alongY, int order) {
        List<Dual> streams = new ArrayList<>();
        streams.add(stream((x, y) -> (2 + x + y + x * y * y / 4) / 4, alongX, alongY));
        if (order >= 1) {
            streams.add(stream((x, y) -> (1 + y * y / 4) / 4, alongX, alongY));
            streams.add(stream((x, y) -> (1 + x * y / 2) / 4, alongX, alongY));
        }
        if (order >= 2) {
            streams.add(stream((x, y) -> 0, alongX, alongY));
            streams.add(stream((x, y) -> x / 8, alongX, alongY));
        }
        List<String> inputs = order >= 1 ? List.of("x", "y") : List.of();
        return Jet.of(new Directions(inputs, order == 2 ? 2 : 0), streams);
    }

    private Jet shifted(int direction, double shift) {
        return field(direction == 0 ? shift : 0, direction == 1 ? shift : 0, 0);
    }

    @FunctionalInterface
    private interface OfTwo {
        double at(double x, double y);
    }

    private Dual stream(OfTwo function, double alongX, double alongY) {
        double[] values = new double[AT.length];
        for (int i = 0; i < AT.length; i++) {
            values[i] = function.at(AT[i] + alongX, AT[i] / 2 + 0.1 + alongY);
        }
        return Dual.constant(column(values));
    }

    /** A jet of one variable whose streams all depend on a parameter. */
    private Jet scaled(Dual scale) {
        return new Jet(Directions.alongOne("x", 2), scale, List.of(scale.square()), List.of(scale.exp()));
    }

    private static List<Dual> streams(Jet jet) {
        return List.of(jet.value(), jet.derivative(), jet.secondDerivative());
    }

    private static Jet coordinate(NDArray points, int order) {
        return Jet.input("x", Dual.constant(points), Directions.alongOne("x", order));
    }

    private NDArray column(double... values) {
        return tensors.of(values, 1, values.length, 1);
    }

    private static double[] values(Jet jet) {
        return Tensors.values(jet.value().value());
    }
}
