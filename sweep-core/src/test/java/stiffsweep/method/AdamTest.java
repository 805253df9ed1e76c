package stiffsweep.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stiffsweep.choice.Precision;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

/** The optimiser against the published recursions, one number at a time. */
class AdamTest {

    private static final int STEPS = 25;

    @ParameterizedTest
    @ValueSource(strings = {"adam", "adamw"})
    void stepsFollowThePublishedRecursion(String optimizer) {
        List<Trial> trials = List.of(trial(optimizer, 1e-2, 0.1), trial(optimizer, 3e-3, 0.02));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray parameters = tensors.of(new double[] {1, -2, 0.5, 3}, 2, 2);
            NDArray all = tensors.filled(1, 2, 1).gt(0);
            Adam adam = Adam.of(trials, List.of(), parameters, tensors);
            for (int epoch = 0; epoch < STEPS; epoch++) {
                // The gradient of sum(p^2 + sin p), say.
                adam.step(epoch, parameters, parameters.mul(2).add(parameters.cos()), all);
            }
            double[] expected = {
                byHand(1, optimizer, 1e-2, 0.1),
                byHand(-2, optimizer, 1e-2, 0.1),
                byHand(0.5, optimizer, 3e-3, 0.02),
                byHand(3, optimizer, 3e-3, 0.02)
            };
            assertThat(Tensors.values(parameters)).containsExactly(expected, within(1e-13));
        }
    }

    /** The last of three parameters is a learned one; only AdamW gives it its own weight decay. */
    @ParameterizedTest
    @ValueSource(strings = {"adam", "adamw"})
    void aLearnedNumberHasRatesOfItsOwn(String optimizer) {
        List<Trial> trials = List.of(learning(optimizer, 2e-2, 0.3), learning(optimizer, 5e-3, 0));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            NDArray parameters = tensors.of(new double[] {1, -2, 0.5, 3, 2, 1}, 2, 3);
            NDArray all = tensors.filled(1, 2, 1).gt(0);
            Adam adam = Adam.of(trials, List.of("rate"), parameters, tensors);
            for (int epoch = 0; epoch < STEPS; epoch++) {
                adam.step(epoch, parameters, parameters.mul(2).add(parameters.cos()), all);
                adam = adam.only(List.of(0, 1));
            }
            double[] expected = {
                byHand(1, optimizer, 1e-2, 0.1),
                byHand(-2, optimizer, 1e-2, 0.1),
                byHand(0.5, optimizer, 2e-2, 0.3),
                byHand(3, optimizer, 1e-2, 0.1),
                byHand(2, optimizer, 1e-2, 0.1),
                byHand(1, optimizer, 5e-3, 0)
            };
            assertThat(Tensors.values(parameters)).containsExactly(expected, within(1e-13));
        }
    }

    private static Trial learning(String optimizer, double rate, double decay) {
        Map<String, Object> changes = new TreeMap<>(settings(optimizer, 1e-2, 0.1));
        changes.put("learned.rate.learning-rate", rate);
        changes.put("learned.rate.weight-decay", decay);
        return TestTrials.trial("unknown-decay", 1, changes);
    }

    private static double byHand(double start, String optimizer, double rate, double decay) {
        double parameter = start;
        double first = 0;
        double second = 0;
        for (int step = 1; step <= STEPS; step++) {
            double gradient = 2 * parameter + Math.cos(parameter);
            // Decays of 0.5 after epochs 0, 10, 20: the first step alone has the full rate.
            int epoch = step - 1;
            double now = rate * Math.pow(0.5, epoch == 0 ? 0 : 1 + (epoch - 1) / 10);
            first = 0.9 * first + 0.1 * gradient;
            second = 0.999 * second + 0.001 * gradient * gradient;
            if (optimizer.equals("adamw")) {
                parameter *= 1 - now * decay;
            }
            double unbiasedFirst = first / (1 - Math.pow(0.9, step));
            double unbiasedSecond = second / (1 - Math.pow(0.999, step));
            parameter -= now * unbiasedFirst / (Math.sqrt(unbiasedSecond) + 1e-8);
        }
        return parameter;
    }

    private static Trial trial(String optimizer, double rate, double decay) {
        return TestTrials.trial("linear-decay", 1, settings(optimizer, rate, decay));
    }

    private static Map<String, Object> settings(String optimizer, double rate, double decay) {
        return Map.of(
                "training.optimizer",
                optimizer,
                "training.learning-rate",
                rate,
                "training.weight-decay",
                decay,
                "training.decay.factor",
                0.5,
                "training.decay.every",
                10L);
    }
}
