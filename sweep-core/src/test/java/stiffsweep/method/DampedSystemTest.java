package stiffsweep.method;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two forms against each other and against the residuals they stand for. */
class DampedSystemTest {

    @ParameterizedTest
    @CsvSource({"3, 7", "7, 3", "5, 5"})
    void bothFormsGiveTheSameStepAndPredictTheSameDecrease(int residuals, int parameters) {
        SplittableRandom random = new SplittableRandom(3);
        SimpleMatrix jacobian = new SimpleMatrix(
                residuals,
                parameters,
                true,
                random.doubles((long) residuals * parameters, -1, 1).toArray());
        SimpleMatrix right = new SimpleMatrix(
                residuals, 1, true, random.doubles(residuals, -1, 1).toArray());
        double damping = 0.3;

        DampedSystem dual = system(DampedSystem.Form.DUAL, jacobian.mult(jacobian.transpose()), right);
        DampedSystem primal = system(
                DampedSystem.Form.PRIMAL,
                jacobian.transpose().mult(jacobian),
                jacobian.transpose().mult(right));
        DampedSystem.Factors dualFactors = requireNonNull(dual.factorised(damping));
        DampedSystem.Factors primalFactors = requireNonNull(primal.factorised(damping));
        double[] weights = dualFactors.solve();
        double[] step = primalFactors.solve();

        SimpleMatrix stepByDual = jacobian.transpose().mult(new SimpleMatrix(residuals, 1, true, weights));
        assertThat(step).containsExactly(stepByDual.getDDRM().data, within(1e-12));
        SimpleMatrix after = right.minus(jacobian.mult(stepByDual));
        double decrease = right.dot(right) - after.dot(after);
        assertThat(dualFactors.predictedDecrease(weights)).isCloseTo(decrease, within(1e-12));
        assertThat(primalFactors.predictedDecrease(step)).isCloseTo(decrease, within(1e-12));
        double length = Math.sqrt(stepByDual.dot(stepByDual));
        assertThat(dualFactors.stepLength(weights)).isCloseTo(length, within(1e-12));
        assertThat(primalFactors.stepLength(step)).isCloseTo(length, within(1e-12));
        SimpleMatrix gradient = jacobian.transpose().mult(right);
        double slope = Math.sqrt(gradient.dot(gradient));
        assertThat(dual.gradientLength()).isCloseTo(slope, within(1e-12));
        assertThat(primal.gradientLength()).isCloseTo(slope, within(1e-12));
    }

    private static DampedSystem system(DampedSystem.Form form, SimpleMatrix matrix, SimpleMatrix right) {
        return new DampedSystem(form, matrix.getDDRM().data, right.getDDRM().data);
    }
}
