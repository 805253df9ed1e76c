package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joining patchwise solutions: exactly as smooth as there are constants, and exact where the equation is one. */
class MatchedSolutionTest {

    private static PatchSolution power(int exponent) {
        return (order, x) -> {
            double factor = 1;
            for (int i = 0; i < order; i++) {
                factor *= exponent - i;
            }
            return factor == 0 ? 0 : factor * Math.pow(x, exponent - order);
        };
    }

    private static final PatchSolution EXPONENTIAL = (order, x) -> Math.exp(x);

    /** With n + 1 powers the exponential is carried on as its Taylor polynomial: C^n, and no smoother. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void isContinuousWithAsManyDerivativesAsThereAreConstants(int derivatives) {
        List<PatchSolution> basis =
                List.of(power(0), power(1), power(2), power(3), power(4)).subList(0, derivatives + 1);

        MatchedSolution joined = MatchedSolution.join(EXPONENTIAL, 1.5, basis);

        for (int order = 0; order <= derivatives; order++) {
            assertThat(joined.right().derivative(order, 1.5))
                    .isCloseTo(joined.left().derivative(order, 1.5), within(1e-13));
        }
        assertThat(joined.right().derivative(derivatives + 1, 1.5)).isZero();
        assertThat(joined.at(1.5)).isEqualTo(Math.exp(1.5));
        assertThat(joined.at(Math.nextUp(1.5))).isCloseTo(Math.exp(1.5), within(1e-13));
    }

    /** x and x^-2 solve {@code x^2 y'' + 2 x y' - 2 y = 0} on both sides: nothing depends on the matching point. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 7, 1000})
    void changesNothingWhereBothPatchesHaveTheSameEquation(double point) {
        List<PatchSolution> basis = List.of(power(1), power(-2));
        PatchSolution left = new LinearCombination(basis, List.of(3.0, -0.5));

        LinearCombination right =
                (LinearCombination) MatchedSolution.join(left, point, basis).right();

        assertThat(right.constants().get(0)).isCloseTo(3, within(1e-12));
        assertThat(right.constants().get(1) * Math.pow(point, -3)).isCloseTo(-0.5 * Math.pow(point, -3), within(1e-12));
    }

    @Test
    void joinsAThirdPatchToTwo() {
        MatchedSolution two = MatchedSolution.join(EXPONENTIAL, 1, List.of(power(0), power(1)));
        MatchedSolution three = MatchedSolution.join(two, 2, List.of(power(0)));

        assertThat(three.at(0.5)).isEqualTo(Math.exp(0.5));
        assertThat(three.at(1.5)).isCloseTo(1.5 * Math.E, within(1e-14));
        assertThat(three.at(9)).isCloseTo(2 * Math.E, within(1e-14));
    }

    @Test
    void refusesSolutionsThatAreNotIndependent() {
        assertThatThrownBy(() -> MatchedSolution.join(EXPONENTIAL, 1, List.of(power(1), power(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite and independent where it is joined")
                .hasMessageContaining("at 1.0");
    }
}
