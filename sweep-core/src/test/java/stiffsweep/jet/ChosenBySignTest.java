package stiffsweep.jet;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Precision;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tape;
import stiffsweep.tensor.Tensors;

/** What is chosen at a kink, and of what is not a number. */
class ChosenBySignTest {

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
    void atAKinkTangentAndGradientTakeTheSideThatIsSaid() {
        double[] zero = {0};
        kink(Dual::abs, zero, 0);
        kink(Dual::positivePart, zero, 0);
        kink(u -> u.max(0), zero, 0);
        kink(u -> u.min(0), zero, 0);
        kink(u -> u.times(3).max(u.times(5)), zero, 5);
        kink(u -> u.times(3).min(u.times(5)), zero, 5);
        kink(u -> Dual.where(u, u.times(3), u.times(5)), zero, 3);
        for (UnaryOperator<Jet> jet :
                List.<UnaryOperator<Jet>>of(Jet::abs, Jet::positivePart, u -> u.max(0), u -> u.min(0))) {
            assertThat(values(jet.apply(Jet.input("x", constant(zero), Directions.alongOne("x", 1)))
                            .derivative()))
                    .containsExactly(0);
        }
    }

    @Test
    void whatIsNotANumberIsNotChosenAway() {
        Dual nan = constant(Double.NaN, Double.NaN);
        Dual one = constant(1, 1);
        for (Dual result : List.of(
                nan.max(one),
                one.max(nan),
                nan.min(one),
                one.min(nan),
                nan.max(0),
                nan.min(0),
                nan.abs(),
                nan.softplus(),
                Dual.where(nan, one, one))) {
            assertThat(values(result)).containsOnly(Double.NaN);
        }
        assertThat(values(Dual.where(constant(1, -1), constant(2, Double.NaN), constant(Double.NaN, 3))))
                .containsExactly(2, 3);
    }

    @Test
    void theThreeOfAChoiceBroadcastToOneShape() {
        Dual perTrial = Dual.of(tensors.of(new double[] {1, 2}, 2, 1, 1), tensors.of(new double[] {10, 20}, 2, 1, 1));
        Dual perPoint = Dual.constant(tensors.of(new double[] {-1, 0, 4}, 1, 3, 1));

        Dual chosen = Dual.where(perPoint, perTrial, Dual.constant(Tensors.scalar(7, perTrial.value())));

        assertThat(chosen.value().getShape().getShape()).containsExactly(2, 3, 1);
        assertThat(values(chosen)).containsExactly(7, 1, 1, 7, 2, 2);
        assertThat(Tensors.values(chosen.tangentOrZero())).containsExactly(0, 10, 10, 0, 20, 20);
        assertThat(values(perTrial.max(perPoint))).containsExactly(1, 1, 4, 2, 2, 4);
        double[] gradient = Tensors.values(Tape.gradient(
                perTrial.value(),
                leaf -> Dual.constant(leaf).max(perPoint).times(perPoint).value()));
        assertThat(gradient).containsExactly(-1, -1);
    }

    private void kink(UnaryOperator<Dual> operation, double[] at, double slope) {
        Dual carried = operation.apply(Dual.of(column(at), column(at).onesLike()));
        NDArray gradient = Tape.gradient(
                column(at), leaf -> operation.apply(Dual.constant(leaf)).value());
        assertThat(Tensors.values(carried.tangentOrZero())).containsExactly(slope);
        assertThat(Tensors.values(gradient)).containsExactly(slope);
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
