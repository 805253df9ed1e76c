package stiffsweep.loss;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import stiffsweep.declare.NetworkSettings;
import stiffsweep.jet.Jet;
import stiffsweep.network.Coordinate;
import stiffsweep.network.JetInput;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * What stands between a stack's points and its network, and between the network and the problem.
 *
 * @param coordinates what each trial's network sees of a point
 * @param output what is made of each function that the network gives
 */
record NetworkEnds(List<Coordinate> coordinates, NetworkSettings.Output output) {

    NetworkEnds {
        coordinates = List.copyOf(coordinates);
    }

    /**
     * What {@code network.{input, output}} ask for.
     *
     * @param tables all points of the trials, those of sets included that are only measured: they are a trial's domain
     */
    static NetworkEnds of(Collection<SampleTable> tables, List<Trial> trials) {
        NetworkSettings common = trials.get(0).settings().network();
        List<Coordinate> coordinates = IntStream.range(0, trials.size())
                .mapToObj(trial -> {
                    DoubleSummaryStatistics domain = points(tables, trial).summaryStatistics();
                    return Coordinate.of(common.input(), domain.getMin(), domain.getMax());
                })
                .toList();
        return new NetworkEnds(coordinates, common.output());
    }

    /** The ends of some of the trials. */
    NetworkEnds only(List<Integer> slots) {
        return new NetworkEnds(slots.stream().map(coordinates::get).toList(), output);
    }

    /** The network's input: each trial's points of all tables, one after the other. */
    JetInput input(List<SampleTable> tables, int order, Tensors tensors) {
        double[][] points = IntStream.range(0, coordinates.size())
                .mapToObj(trial -> points(tables, trial).toArray())
                .toArray(double[][]::new);
        return JetInput.alongLine(points, coordinates, order, tensors);
    }

    /** What is made of a function that the network gives, with its derivatives. */
    Jet made(Jet function) {
        return switch (output) {
            case LINEAR -> function;
            case NEGATIVE_SIGMOID -> function.negativeSigmoid();
        };
    }

    private static DoubleStream points(Collection<SampleTable> tables, int trial) {
        return tables.stream().flatMapToDouble(table -> DoubleStream.of(table.row(trial)));
    }
}
