package stiffsweep.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.result.Outcome.StoppedBy;

/** Minima that are known. */
class LbfgsTest {

    private static final int MOST_EVALUATIONS = 2000;

    /** A function with its gradient, which is written into the given array. */
    private interface Function {
        double at(double[] point, double[] gradient);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100})
    void findsTheMinimumOfTheChainedRosenbrockFunction(int size) {
        double[] start = new double[size];
        for (int i = 0; i < size; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        Lbfgs method = run(start, LbfgsTest::rosenbrock);
        double[] gradient = new double[size];
        assertThat(rosenbrock(method.point(), gradient)).isLessThan(1e-18);
        assertThat(method.stopped()).isEqualTo(StoppedBy.GRADIENT);
    }

    @Test
    void findsTheMinimumOfABadlyScaledParabola() {
        double[] scales = {1e-3, 1, 1e3, 1e6};
        Lbfgs method = run(new double[] {1, 1, 1, 1}, (point, gradient) -> {
            double sum = 0;
            for (int i = 0; i < scales.length; i++) {
                double off = point[i] - i;
                sum += scales[i] * off * off / 2;
                gradient[i] = scales[i] * off;
            }
            return sum;
        });
        // A gradient below 1e-9 leaves 1e-9 / scale.
        assertThat(method.point()).containsExactly(new double[] {0, 1, 2, 3}, within(2e-6));
    }

    @Test
    void aStepToWhereTheFunctionIsNotANumberIsTakenBack() {
        // x - log x: not a number below zero, least at 1; the first step from 1e-3 goes far.
        Lbfgs method = run(new double[] {1e-3}, (point, gradient) -> {
            gradient[0] = 1 - 1 / point[0];
            return point[0] - Math.log(point[0]);
        });
        assertThat(method.point()[0]).isCloseTo(1, within(1e-8));
    }

    @Test
    void acceptedValuesOnlyFall() {
        double[] gradient = new double[2];
        Lbfgs method = new Lbfgs(new double[] {-1.2, 1}, 5, 1e-9, 1e-15);
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 200 && method.stopped() == null; i++) {
            double value = rosenbrock(method.candidate(), gradient);
            if (method.tell(value, gradient.clone())) {
                assertThat(value).isLessThan(last);
                last = value;
            }
        }
        assertThat(last).isLessThan(1e-15);
    }

    @Test
    void stopsAtOnceWhereTheGradientIsZero() {
        Lbfgs method = run(new double[] {1, 1}, LbfgsTest::rosenbrock);
        assertThat(method.stopped()).isEqualTo(StoppedBy.GRADIENT);
        assertThat(method.point()).containsExactly(1, 1);
    }

    @Test
    void stopsByTheStepWhereRoundingHidesAnyDecrease() {
        // The slope is noise: no step along it lowers the value.
        Lbfgs method = run(new double[] {1}, (point, gradient) -> {
            gradient[0] = 1;
            return 3;
        });
        assertThat(method.stopped()).isEqualTo(StoppedBy.STEP);
        assertThat(method.point()).containsExactly(1);
    }

    private static Lbfgs run(double[] start, Function function) {
        Lbfgs method = new Lbfgs(start, 10, 1e-9, 1e-15);
        for (int i = 0; i < MOST_EVALUATIONS && method.stopped() == null; i++) {
            double[] gradient = new double[start.length];
            double value = function.at(method.candidate(), gradient);
            method.tell(value, gradient);
        }
        return method;
    }

    private static double rosenbrock(double[] point, double[] gradient) {
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (int i = 0; i + 1 < point.length; i++) {
            double bend = point[i + 1] - point[i] * point[i];
            double off = 1 - point[i];
            sum += 100 * bend * bend + off * off;
            gradient[i] += -400 * point[i] * bend - 2 * off;
            gradient[i + 1] += 200 * bend;
        }
        return sum;
    }
}
