package stiffsweep.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import stiffsweep.declare.ProblemDeclaration.Network;
import stiffsweep.jet.Directions;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.network.JetInput;
import stiffsweep.tensor.Tensors;

/**
 * The rows of one network's input: the points of some sets one after the other, each at every node where the network sees the
 * input that is integrated over.
 */
final class NetworkRows {

    private final Network network;
    private final SampleTables all;
    private final SampleGroup group;
    private final List<SampleTable> tables;
    private final Directions directions;
    private final int nodes;

    NetworkRows(Network network, SampleTables all, SampleGroup group) {
        this.network = network;
        this.all = all;
        this.group = group;
        tables = group.tables();
        directions = group.directions().only(network.inputs());
        nodes = all.nodes().count(network.inputs());
    }

    /** What the network is evaluated at. */
    JetInput input(Tensors tensors) {
        Map<String, double[][]> columns = new LinkedHashMap<>();
        network.inputs().forEach(input -> columns.put(input, column(input)));
        return JetInput.of(columns, all.ends().embeddings(), directions, tensors);
    }

    /** An input in all rows, {@code [trials][rows]}. */
    private double[][] column(String input) {
        return IntStream.range(0, all.trials())
                .mapToObj(trial -> tables.stream()
                        .flatMapToDouble(table -> Arrays.stream(rows(input, table, trial)))
                        .toArray())
                .toArray(double[][]::new);
    }

    private double[] rows(String input, SampleTable table, int trial) {
        if (input.equals(all.nodes().input())) {
            return all.nodes().cycled(trial, table.count());
        }
        double[] points = table.points(trial).of(input);
        return nodes == 1 ? points : Nodes.repeated(points, nodes);
    }

    /**
     * Adds the functions that the network gives to those on each set.
     *
     * @param output the network's output, {@code [trials, rows, functions]}
     * @param functions the functions by name on each set, by the set's name
     */
    void addFunctions(Dual output, Map<String, Map<String, Jet>> functions) {
        long[] single = new long[network.functions().size()];
        Arrays.fill(single, 1);
        List<Dual> columns = output.split(2, single);
        for (int function = 0; function < columns.size(); function++) {
            List<Dual> pieces = columns.get(function).split(1, sizes());
            for (int set = 0; set < tables.size(); set++) {
                functions
                        .computeIfAbsent(tables.get(set).name(), name -> new LinkedHashMap<>())
                        .put(network.functions().get(function), all.ends().made(jet(pieces, set)));
            }
        }
    }

    /** The number of rows of each set in each stream. */
    private long[] sizes() {
        long[] sizes = new long[directions.streams() * tables.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (long) tables.get(i % tables.size()).count() * nodes;
        }
        return sizes;
    }

    /** One function on one set, from its pieces by stream and set. */
    private Jet jet(List<Dual> pieces, int set) {
        List<Dual> streams = new ArrayList<>();
        for (int stream = 0; stream < directions.streams(); stream++) {
            Dual piece = pieces.get(stream * tables.size() + set);
            streams.add(nodes == 1 ? piece : piece.reshape(-1, tables.get(set).count(), nodes));
        }
        return Jet.of(directions, streams).withDirections(group.directions());
    }
}
