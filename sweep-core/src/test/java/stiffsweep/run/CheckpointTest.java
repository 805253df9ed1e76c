package stiffsweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stiffsweep.choice.Precision;
import stiffsweep.loss.StackLoss;
import stiffsweep.measure.Measures;
import stiffsweep.network.Layer;
import stiffsweep.network.Model;
import stiffsweep.result.SolutionPoint;
import stiffsweep.result.TrialResult;
import stiffsweep.store.Safetensors;
import stiffsweep.store.SafetensorsFile;
import stiffsweep.sweep.StorePolicy;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/** The parameters that are kept of a trial are those that its row was measured with. */
class CheckpointTest {

    private static final StorePolicy BEST = StorePolicy.keeping(StorePolicy.Checkpoints.BEST);

    @ParameterizedTest
    @CsvSource({"float32, none, plain", "float32, lbfgs, plain", "float64, none, residual-attention"})
    void theNetworkOfTheFileIsTheSolutionOfTheRowToTheBit(String precision, String polish, String weighting) {
        Trial trial = TestTrials.trial(
                "linear-decay",
                1,
                Map.of(
                        "network.precision",
                        precision,
                        "network.widths",
                        "5-4",
                        "training.polish.optimizer",
                        polish,
                        "training.polish.epochs",
                        5L,
                        "loss.weighting",
                        weighting,
                        "training.epochs",
                        30L));
        TrialResult result = run(trial, BEST);

        SafetensorsFile file = SafetensorsFile.read(Safetensors.bytes(result.checkpoint()));

        Trial plain = TestTrials.trial("linear-decay", 1, Map.of("network.widths", "5-4"));
        try (Tensors doubles = Tensors.inHeap(Precision.FLOAT64)) {
            StackLoss loss = StackLoss.of(List.of(plain, plain), doubles);
            double[] row = parameters(loss.model(), file);
            assertThat(values(Measures.of(loss, doubles.of(twice(row), 2, row.length))
                            .solution(0)))
                    .isEqualTo(values(result.solution()));
        }
    }

    @Test
    void nothingIsKeptUnlessAsked() {
        assertThat(run(TestTrials.trial("linear-decay", 1, Map.of("training.epochs", 5L)), StorePolicy.DEFAULT)
                        .checkpoint())
                .isEmpty();
    }

    private static List<Double> values(List<SolutionPoint> solution) {
        return solution.stream().map(SolutionPoint::value).toList();
    }

    /** The flat parameters of a model from tensors with the names that PyTorch would give them. */
    private static double[] parameters(Model model, SafetensorsFile file) {
        List<Double> flat = new ArrayList<>();
        for (int i = 0; i < model.layers().size(); i++) {
            Layer layer = model.layers().get(i);
            double[] weight = file.tensor("layers." + i + ".weight").values();
            for (int in = 0; in < layer.inputs(); in++) {
                for (int out = 0; out < layer.outputs(); out++) {
                    flat.add(weight[out * layer.inputs() + in]);
                }
            }
            for (double bias : file.tensor("layers." + i + ".bias").values()) {
                flat.add(bias);
            }
        }
        return flat.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] twice(double[] row) {
        double[] twice = new double[2 * row.length];
        System.arraycopy(row, 0, twice, 0, row.length);
        System.arraycopy(row, 0, twice, row.length, row.length);
        return twice;
    }

    private static TrialResult run(Trial trial, StorePolicy store) {
        return new StackRunner(store)
                .run(new Stack(List.of(trial)), List.of(), (epoch, epochs, error) -> {})
                .get(0);
    }
}
