package stiffsweep.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import stiffsweep.choice.Precision;
import stiffsweep.config.CommonDefaults;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;
import stiffsweep.network.Embedding;
import stiffsweep.network.JetInput;
import stiffsweep.problem.LinearDecay;
import stiffsweep.problem.Problem;
import stiffsweep.run.TestTrials;
import stiffsweep.sweep.Trial;
import stiffsweep.sweep.TrialId;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.Tensors;

class NetworkEndsTest {

    private static final Problem PROBLEM = new LinearDecay();

    @Test
    void theDomainOfAnInputIsThatOfAllSampleSetsOfItsTrial() {
        Patches patches = new Patches();
        List<Trial> trials = List.of(trial(patches, Map.of()), trial(patches, Map.of("points.late.to", 20.0)));
        NetworkEnds ends = SampleTables.of(patches, trials).ends();

        assertThat(ends.embeddings().get("x")).containsExactly(new Embedding.Log(1, 9), new Embedding.Log(1, 20));
        assertThat(ends.only(List.of(1)).embeddings().get("x")).containsExactly(new Embedding.Log(1, 20));
    }

    /** A problem whose loss is taken in the middle of its domain only. */
    private static final class Patches implements Problem {
        @Override
        public ProblemDeclaration declaration() {
            return ProblemDeclaration.of("patches", "y = 0", "a test")
                    .interval("middle", "log", 2, 3, 4, "x")
                    .interval("late", "linear", 5, 9, 3, "x")
                    .interval("early", "log", 1, 2, 3, "x")
                    .equation(
                            "equation",
                            "middle",
                            1,
                            "the equation holds",
                            at -> Residual.of(at.y().value()))
                    .fields("y")
                    .build();
        }
    }

    private static Trial trial(Problem problem, Map<String, Object> changes) {
        SettingsSchema schema = SettingsSchema.of(problem.declaration(), CommonDefaults.read());
        SortedMap<String, Object> values = new TreeMap<>(schema.defaults().values());
        values.put("network.input", "log");
        values.putAll(changes);
        Settings settings = new Settings(values);
        return new Trial(TrialId.of(settings, schema, 1), 0, 1, settings);
    }

    @Test
    void everyTrialsNetworkSeesItsOwnDomainFromMinusOneToOne() {
        List<Trial> trials = trials(Map.of("network.input", "log"));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            double[] input = values(SampleTables.of(PROBLEM, trials)
                    .ofSets(tensors)
                    .inputs()
                    .get(0)
                    .get(0));
            // Of each trial 60 points and the first one again, then the derivatives there.
            for (int trial = 0; trial < 2; trial++) {
                assertThat(DoubleStream.of(input).skip(122L * trial).limit(61))
                        .startsWith(-1.0)
                        .endsWith(1.0, -1.0);
            }
        }
    }

    @Test
    void aPartOfThePointsIsSeenAsInTheWholeSet() {
        List<Trial> trials = trials(Map.of("network.input", "linear"));
        List<SplittableRandom> randoms = List.of(new SplittableRandom(1), new SplittableRandom(2));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackSamples all = SampleTables.of(PROBLEM, trials).ofSets(tensors);
            JetInput part = all.drawn(5, randoms, tensors).inputs().get(0).get(0);
            List<Double> seen =
                    DoubleStream.of(values(all.inputs().get(0).get(0))).boxed().toList();
            assertThat(DoubleStream.of(values(part)).boxed()).isSubsetOf(seen);
        }
    }

    @Test
    void theProblemSeesTheTransformedFunction() {
        List<Trial> trials = trials(Map.of("network.output", "negative-sigmoid"));
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            StackSamples samples = SampleTables.of(PROBLEM, trials).ofSets(tensors);
            Dual output = Dual.constant(
                    tensors.filled(2, 2, samples.inputs().get(0).get(0).layout().rows(), 1));
            Samples first = samples.with(List.of(output)).values().iterator().next();
            double sigmoid = 1 / (1 + Math.exp(-2));
            assertThat(Tensors.values(first.y().value().value())[0]).isCloseTo(-sigmoid, within(1e-15));
            assertThat(Tensors.values(first.y().derivative().value())[0])
                    .isCloseTo(-2 * sigmoid * (1 - sigmoid), within(1e-15));
        }
    }

    /** Two trials on different intervals. */
    private static List<Trial> trials(Map<String, Object> changes) {
        Map<String, Object> longer = new TreeMap<>(changes);
        longer.put("points.residual.to", 3.0);
        return List.of(TestTrials.trial("linear-decay", 1, changes), TestTrials.trial("linear-decay", 2, longer));
    }

    private static double[] values(JetInput input) {
        return Tensors.values(input.stacked());
    }
}
