package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {

    /** Of every degree: the integral of x^k from 0 to 1 is 1 / (k + 1). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 16, 31, 64})
    void isExactForPolynomialsUpToTwiceItsNodesLessOne(int count) {
        Quadrature rule = Quadrature.legendre(0, 1, count);
        for (int degree = 0; degree <= 2 * count - 1; degree++) {
            int power = degree;
            double exact = 1.0 / (degree + 1);
            // Rounding of the sum, and of the weights near the ends, which grows as the square of the count.
            assertThat(integral(rule, x -> Math.pow(x, power)))
                    .as("degree %d", degree)
                    .isCloseTo(exact, within(1e-14 * exact + 1e-17 * count * count * exact));
        }
    }

    /** The error at the next degree: Abramowitz and Stegun, 25.4.30. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void isWrongByThePublishedErrorAtTheNextDegree(int count) {
        double error = 1.0 / (2 * count + 1);
        for (int k = 1; k <= count; k++) {
            error *= Math.pow((double) k / (count + k), 2);
        }
        double sum = integral(Quadrature.legendre(0, 1, count), x -> Math.pow(x, 2 * count));

        assertThat(1.0 / (2 * count + 1) - sum).isCloseTo(error, within(1e-15));
    }

    /** Abramowitz and Stegun, table 25.4. */
    @Test
    void hasThePublishedNodesAndWeights() {
        Quadrature rule = Quadrature.legendre(-1, 1, 5);
        assertThat(numbers(rule.nodes()))
                .containsExactly(
                        new double[] {-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664},
                        within(1e-15));
        assertThat(numbers(rule.weights()))
                .containsExactly(
                        new double[] {
                            0.236926885056189,
                            0.478628670499366,
                            0.568888888888889,
                            0.478628670499366,
                            0.236926885056189
                        },
                        within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 33, 64})
    void isTheSameFromBothEndsBitForBit(int count) {
        Quadrature symmetric = Quadrature.legendre(-2.7, 2.7, count);
        Quadrature there = Quadrature.legendre(-0.3, 1.9, count);
        Quadrature back = Quadrature.legendre(-1.9, 0.3, count);
        for (int i = 0; i < count; i++) {
            int other = count - 1 - i;
            // A sum and not a negation: the middle may be either zero.
            assertThat(symmetric.nodes().get(i) + symmetric.nodes().get(other)).isZero();
            assertThat(symmetric.weights().get(i)).isEqualTo(symmetric.weights().get(other));
            assertThat(there.nodes().get(i) + back.nodes().get(other)).isZero();
            assertThat(there.weights().get(i)).isEqualTo(back.weights().get(other));
        }
    }

    @Test
    void aRuleByHalvesIntegratesAJumpInTheMiddleExactly() {
        Quadrature halves = Quadrature.legendreByHalves(-3, 3, 4);
        assertThat(halves.integral(v -> v > 0 ? v * v : 0)).isCloseTo(9, within(1e-14));
        assertThat(Quadrature.legendreByHalves(0, 3, 4).integral(v -> v > 1.5 ? 1 : 0))
                .isCloseTo(1.5, within(1e-15));
        for (int i = 0; i < 8; i++) {
            assertThat(halves.nodes().get(i)).isEqualTo(-halves.nodes().get(7 - i));
            assertThat(halves.weights().get(i)).isEqualTo(halves.weights().get(7 - i));
        }
    }

    @Test
    void aRuleThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Quadrature.legendre(1, 1, 3)).hasMessageContaining("but got 3 on [1.0, 1.0]");
        assertThatThrownBy(() -> Quadrature.legendre(0, 1, 0)).hasMessageContaining("1 node or more");
        assertThatThrownBy(() -> new Quadrature(List.of(0.0, 1.0), List.of(1.0)))
                .hasMessageContaining("2 nodes and 1 weights");
        assertThatThrownBy(() -> new Quadrature(List.of(1.0, 0.0), List.of(1.0, 1.0)))
                .hasMessageContaining("ascending");
        assertThatThrownBy(() -> new Quadrature(List.of(0.0), List.of(-1.0))).hasMessageContaining("positive");
    }

    private static double integral(Quadrature rule, DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < rule.nodes().size(); i++) {
            sum += rule.weights().get(i) * function.applyAsDouble(rule.nodes().get(i));
        }
        return sum;
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
