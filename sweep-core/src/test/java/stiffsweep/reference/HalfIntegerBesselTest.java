package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Half-integer Bessel functions against 40-digit values, the Wronskian and the equations they solve. */
class HalfIntegerBesselTest {

    /** Values of mpmath 1.3.0 with 40 digits, rounded to 17; small arguments are where closed forms cancel. */
    @ParameterizedTest
    @CsvSource({
        "-3, 0.9, 3.6095419748478979, 0.038562412975092178",
        "-2, 2.5, -0.14029358516674293, -0.52508026466400315",
        "-1, 0.133, 2.1685115792137503, 0.29012473291211314",
        "0, 1.4, 0.66452376728529438, -0.11461488361878061",
        "1, 0.00001, 8.4104417399830968e-9, -25231325.221463164",
        "1, 0.133, 0.012877390050258108, -16.594723072865122",
        "1, 1.4, 0.36004495015642969, -0.74639154129870911",
        "1, 2.6, 0.52212091948570847, -0.092002577386974112",
        "1, 30, -0.027267945711177688, 0.14318064368377219",
        "2, 0.9, 0.038562412975092178, -3.6095419748478979",
        "2, 4, 0.44088497455734117, 0.014567947668521801",
        "3, 6.4, 0.1661715707644229, 0.29903787414873989",
        "5, 4, 0.082605849908054421, -1.0576777947628146",
        "5, 9.5, -0.033663963663906957, 0.28336080807427657",
        "8, 9.4, 0.2923156952513239, -0.21831124866081165"
    })
    void agreesWithFortyDigits(int n, double x, double first, double second) {
        assertThat(HalfIntegerBessel.firstKind(n, x) / first).isCloseTo(1, within(4e-15));
        assertThat(HalfIntegerBessel.secondKind(n, x) / second).isCloseTo(1, within(4e-15));
    }

    /** {@code J_(v+1) Y_v - J_v Y_(v+1) = 2 / (pi x)} (Abramowitz and Stegun, 9.1.16). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.1333, 1, 1.4999, 1.5001, 7, 60})
    void hasTheWronskianOfBesselFunctions(double x) {
        for (int n = -3; n <= 4; n++) {
            double wronskian = HalfIntegerBessel.firstKind(n + 1, x) * HalfIntegerBessel.secondKind(n, x)
                    - HalfIntegerBessel.firstKind(n, x) * HalfIntegerBessel.secondKind(n + 1, x);

            assertThat(wronskian * Math.PI * x / 2).isCloseTo(1, within(1e-13));
        }
    }

    /** {@code X'' + 2/a X' + (k^2/(H^2 a^4) - 2/a^2) X = 0} for both kinds, the terms each about {@code X/a^2}. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 1, 20, 500})
    void solvesTheEarlyPatchOfVectorProduction(double a) {
        for (BesselPatch.Kind kind : BesselPatch.Kind.values()) {
            var patch = new BesselPatch(kind, 1, -0.5, 2.0 / 150);
            double frequency = 4.0 / (150 * 150 * a * a * a * a) - 2 / (a * a);

            double residual = patch.derivative(2, a) + 2 / a * patch.derivative(1, a) + frequency * patch.at(a);

            double size = (1 + 4.0 / (150 * 150 * a * a))
                    / (a * a)
                    * (Math.abs(patch.at(a)) + a * Math.abs(patch.derivative(1, a)));
            assertThat(residual / size).isCloseTo(0, within(1e-13));
        }
    }

    @Test
    void areSineAndCosineAtOrderOneHalf() {
        double envelope = Math.sqrt(2 / (Math.PI * 0.7));

        assertThat(HalfIntegerBessel.firstKind(0, 0.7)).isCloseTo(envelope * Math.sin(0.7), within(1e-15));
        assertThat(HalfIntegerBessel.firstKind(-1, 0.7)).isCloseTo(envelope * Math.cos(0.7), within(1e-15));
    }

    @Test
    void refusesAnArgumentOfZero() {
        assertThatThrownBy(() -> HalfIntegerBessel.firstKind(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive, finite argument, but got 0.0");
    }
}
