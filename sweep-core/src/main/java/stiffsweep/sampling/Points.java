package stiffsweep.sampling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Points over one input or several: a column of numbers for each input, all of one length. */
public final class Points {

    private final List<String> inputs;
    private final double[][] columns;

    private Points(List<String> inputs, double[][] columns) {
        this.inputs = List.copyOf(inputs);
        this.columns = columns;
    }

    /** Points from the column of each input, in an order of their own. */
    public static Points of(Map<String, double[]> columns) {
        List<String> inputs = List.copyOf(columns.keySet());
        double[][] all = inputs.stream().map(columns::get).toArray(double[][]::new);
        if (Arrays.stream(all).anyMatch(column -> column.length != all[0].length)) {
            throw new IllegalArgumentException("the columns of points must be of one length, but got "
                    + Arrays.stream(all).map(column -> column.length).toList());
        }
        return new Points(inputs, all);
    }

    /** Points on a line along one input. */
    public static Points onLine(String input, double[] points) {
        return new Points(List.of(input), new double[][] {points});
    }

    /** The inputs, in their order. */
    public List<String> inputs() {
        return inputs;
    }

    /** The number of points. */
    public int count() {
        return columns[0].length;
    }

    /** The column of the only input. */
    public double[] x() {
        if (columns.length > 1) {
            throw new IllegalStateException(
                    "points over several inputs need the name of one, but got none of " + inputs);
        }
        return columns[0];
    }

    /** The column of an input. */
    public double[] of(String input) {
        int place = inputs.indexOf(input);
        if (place < 0) {
            throw new IllegalArgumentException("an input must be one of " + inputs + ", but got " + input);
        }
        return columns[place];
    }

    /** Some of the points. */
    public Points only(int[] rows) {
        double[][] some = Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
        return new Points(inputs, some);
    }

    /** These at each of some places along another input, which comes last and runs fastest. */
    public Points at(String input, double[] places) {
        int[] rows = IntStream.range(0, count() * places.length)
                .map(i -> i / places.length)
                .toArray();
        Map<String, double[]> all = only(rows).columns();
        all.put(
                input,
                IntStream.range(0, rows.length)
                        .mapToDouble(i -> places[i % places.length])
                        .toArray());
        return of(all);
    }

    /** The columns by input. */
    public Map<String, double[]> columns() {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            all.put(inputs.get(i), columns[i]);
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points points
                && inputs.equals(points.inputs)
                && Arrays.deepEquals(columns, points.columns);
    }

    @Override
    public int hashCode() {
        return 31 * inputs.hashCode() + Arrays.deepHashCode(columns);
    }

    @Override
    public String toString() {
        return count() + " points over " + inputs;
    }
}
