package stiffsweep.loss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import stiffsweep.declare.InputSettings;
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
                if (input.domain() == null) {
                    Extent domain = extent(input.name(), tables, trial);
                    ofTrials.add(Embedding.of(common.input(), domain.lowest, domain.highest));
                } else {
                    ofTrials.add(embedding(input.name(), common.input(), trials.get(trial)));
                }
            }
            embeddings.put(input.name(), List.copyOf(ofTrials));
        }
        return new NetworkEnds(embeddings, common.output());
    }

    /** Where an input runs. */
    private record Extent(double lowest, double highest) {}

    /** What a trial's networks see of an input that has a domain. */
    private static Embedding embedding(String input, NetworkSettings.Input common, Trial trial) {
        Settings domain = trial.settings().under("domain." + input);
        double from = domain.number("from");
        double to = domain.number("to");
        InputSettings own = trial.settings().networkInput(input);
        return switch (own.kind()) {
            case COMMON -> Embedding.of(common, from, to);
            case RAW -> new Embedding.Raw();
            case LINEAR -> new Embedding.Linear(from, to);
            case LOG -> new Embedding.Log(from, to);
            case PERIODIC -> new Embedding.Periodic(to - from, own.harmonics());
            case FOURIER -> {
                SplittableRandom random = new SplittableRandom(trial.seedFor("fourier " + input));
                List<Double> frequencies = Stream.generate(() -> own.scale() * random.nextGaussian())
                        .limit(own.features())
                        .toList();
                yield new Embedding.Fourier(new Embedding.Linear(from, to), frequencies);
            }
        };
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
