package stiffsweep.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stiff solver owes its caller: stiff problems with exact solutions, the output times, and little waste. */
class RadauSolverTest {

    private static final RadauSolver SOLVER = new RadauSolver(new Tolerances(1e-12, 1e-12));

    /**
     * {@code y' = C (sin t - y), y(0) = 1}: arXiv 2602.21988, eq. 28, with its closed form. Where a step is about as long as
     * 1/C the method is of its stages' order, 3, and the error is that of the estimate, 0.1 times the tolerance to the power
     * 2/3: 1e-9. Measured at most 1.3e-9, at C = 1e4.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e2, 1e3, 1e4, 1e6, 1e8, 1e12})
    void solvesForcedRelaxationAtAnyStiffness(double stiffness) {
        OdeSystem system = StiffProblem.scalar((t, y) -> stiffness * (Math.sin(t) - y), (t, y) -> -stiffness);
        double[] times = {0.1 / stiffness, 1 / stiffness, 1, 2};

        double[] solved = SOLVER.solve(system, 0, new double[] {1}, times).component(0);

        double scale = 1 / (1 + stiffness * stiffness);
        for (int i = 0; i < times.length; i++) {
            double exact = stiffness * scale * (stiffness * Math.sin(times[i]) - Math.cos(times[i]))
                    + (1 + stiffness * scale) * Math.exp(-stiffness * times[i]);
            assertThat(solved[i]).isCloseTo(exact, within(3e-9));
        }
    }

    /** A solution that explodes has a Jacobian of the other sign. */
    @Test
    void solvesGrowthAsWellAsDecay() {
        OdeSystem system = StiffProblem.scalar((t, y) -> y * y, (t, y) -> 2 * y);

        double[] solved = SOLVER.solve(system, 0, new double[] {1}, new double[] {0.5, 0.999})
                .component(0);

        assertThat(solved[0]).isCloseTo(2, within(1e-10));
        assertThat(solved[1] / 1000).isCloseTo(1, within(1e-8));
    }

    @Test
    void landsOnEveryOutputTime() {
        Set<Double> asked = new TreeSet<>();
        OdeSystem system = StiffProblem.scalar(
                (t, y) -> {
                    asked.add(t);
                    return -50 * (y - Math.cos(t));
                },
                (t, y) -> -50.0);
        double[] times = {0, 0.1, 0.1, 0.1 + 1e-9, 1.0 / 3, 0.7, 3, Math.nextUp(3.0), 10};

        Solution solved = SOLVER.solve(system, 0, new double[] {0.25}, times);

        assertThat(solved.times()).containsExactly(times);
        assertThat(solved.state(0)).containsExactly(0.25);
        assertThat(solved.state(2)).containsExactly(solved.state(1));
        for (double time : times) {
            assertThat(asked).contains(time);
        }
        assertThat(asked).allMatch(time -> time >= 0 && time <= 10);
    }

    /** Errors of the size of the tolerance, however the way is cut. */
    @Test
    void findsTheSameEndWithOutputsOrWithout() {
        double[] many = new double[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = 2.0 * (i + 1) / many.length;
        }
        double[] initial = {2, 0};

        double[] cut = SOLVER.solve(StiffProblem.VAN_DER_POL, 0, initial, many).state(999);
        double[] whole = SOLVER.solve(StiffProblem.VAN_DER_POL, 0, initial, new double[] {2})
                .state(0);

        assertThat(cut[0]).isCloseTo(whole[0], within(2e-11));
        assertThat(cut[1]).isCloseTo(whole[1], within(2e-11));
    }

    @Test
    void keepsAJacobianThatDoesNotChange() {
        OdeSystem system = StiffProblem.scalar((t, y) -> -1e3 * (y - Math.cos(t)), (t, y) -> -1e3);

        SolverWork work =
                SOLVER.solve(system, 0, new double[] {0}, new double[] {10}).work();

        assertThat(work.jacobians()).isLessThan(work.steps() / 10);
        assertThat(work.factorisations()).isLessThan(work.steps() / 2);
    }

    @Test
    void leavesTheInitialStateAsItIs() {
        double[] initial = {2, 0};

        SOLVER.solve(StiffProblem.VAN_DER_POL, 0, initial, new double[] {1});

        assertThat(initial).containsExactly(2, 0);
    }

    @Test
    void refusesOutputTimesThatDescend() {
        assertThatThrownBy(() -> SOLVER.solve(StiffProblem.VAN_DER_POL, 0, new double[] {2, 0}, new double[] {1, 0.5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("output times must ascend from 0.0 on, but got 0.5 after 1.0");
    }

    @Test
    void refusesAnInitialStateOfAnotherSize() {
        assertThatThrownBy(() -> SOLVER.solve(StiffProblem.VAN_DER_POL, 0, new double[] {2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an initial state must have 2 components, one for each equation, but got 1");
    }

    @Test
    void refusesTolerancesBelowRounding() {
        assertThatThrownBy(() -> new Tolerances(1e-16, 1e-20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("relative in [2.0E-15, 1)")
                .hasMessageContaining("got relative 1.0E-16");
    }
}
