package stiffsweep.loss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import stiffsweep.declare.NetworkSettings;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.Settings;
import stiffsweep.jet.Jet;
import stiffsweep.network.Embedding;
import stiffsweep.sweep.Trial;

/**
 * What stands between a stack's points and its networks, and between the networks and the problem.
 *
 * @param embeddings what each trial's networks see of each input
 * @param output what is made of each function that a network gives
 */
record NetworkEnds(Map<String, List<Embedding>> embeddings, NetworkSettings.Output output) {

    /**
     * What {@code network.{input, output}} ask for.
     *
     * @param tables all points of the trials, those of sets included that are only measured: on lines they are a trial's
     *     domain
     */
    static NetworkEnds of(ProblemDeclaration problem, Collection<SampleTable> tables, List<Trial> trials) {
        NetworkSettings common = trials.get(0).settings().network();
        Map<String, List<Embedding>> embeddings = new LinkedHashMap<>();
        for (Input input : problem.inputs()) {
            List<Embedding> ofTrials = new ArrayList<>();
            for (int trial = 0; trial < trials.size(); trial++) {
                Extent domain = input.domain() == null
                        ? extent(input.name(), tables, trial)
                        : extent(trials.get(trial).settings().under("domain." + input.name()));
                ofTrials.add(Embedding.of(common.input(), domain.lowest, domain.highest));
            }
            embeddings.put(input.name(), List.copyOf(ofTrials));
        }
        return new NetworkEnds(embeddings, common.output());
    }

    /** Where an input runs. */
    private record Extent(double lowest, double highest) {}

    private static Extent extent(Settings domain) {
        return new Extent(domain.number("from"), domain.number("to"));
    }

    private static Extent extent(String input, Collection<SampleTable> tables, int trial) {
        DoubleSummaryStatistics points = tables.stream()
                .flatMapToDouble(table -> DoubleStream.of(table.points(trial).of(input)))
                .summaryStatistics();
        return new Extent(points.getMin(), points.getMax());
    }

    /** The ends of some of the trials. */
    NetworkEnds only(List<Integer> slots) {
        Map<String, List<Embedding>> some = new LinkedHashMap<>();
        embeddings.forEach((input, ofTrials) ->
                some.put(input, slots.stream().map(ofTrials::get).toList()));
        return new NetworkEnds(some, output);
    }

    /** The number of features of some inputs. */
    int features(List<String> inputs) {
        return embeddings.entrySet().stream()
                .filter(input -> inputs.contains(input.getKey()))
                .mapToInt(input -> input.getValue().get(0).features())
                .sum();
    }

    /** What is made of a function that a network gives, with its derivatives. */
    Jet made(Jet function) {
        return switch (output) {
            case LINEAR -> function;
            case NEGATIVE_SIGMOID -> function.negativeSigmoid();
        };
    }
}
