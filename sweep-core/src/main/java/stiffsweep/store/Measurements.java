package stiffsweep.store;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import stiffsweep.choice.Choice;
import stiffsweep.declare.Solver;
import stiffsweep.sweep.Sweep;

/** Writes what was measured on trials into the columns of a sweep that hold it, and reads it back. */
final class Measurements implements Serializable {

    private static final long serialVersionUID = 1;

    private final LinkedHashMap<String, Column> columns = new LinkedHashMap<>();

    Measurements(Sweep sweep) {
        MeasuredColumns.of(sweep).forEach(column -> columns.put(column.name(), column));
    }

    /**
     * Writes the measurements of a trial.
     *
     * @param measurements a number by column; switches are 0 or 1
     * @param weights the columns of settings whose number is found when the trial runs: it is measured too
     * @throws IllegalArgumentException if a measurement has no column, or is not of its column's type
     */
    void write(Map<String, Double> measurements, Set<String> weights, SortedMap<String, Object> row) {
        Set<String> unknown = new TreeSet<>();
        measurements.forEach((name, number) -> {
            Column column = columns.get(name);
            if (column != null) {
                row.put(name, typed(column, number));
            } else if (weights.contains(name)) {
                row.put(name, number);
            } else {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("a measurement must be one of the result columns "
                    + new TreeSet<>(columns.keySet()) + " or " + weights + ", but got " + unknown);
        }
    }

    /** The measurements in a row, those of weights left out. */
    SortedMap<String, Double> read(Row row) {
        SortedMap<String, Double> measurements = new TreeMap<>();
        for (String column : columns.keySet()) {
            Object value = row.value(column);
            if (value instanceof Number number) {
                measurements.put(column, number.doubleValue());
            } else if (value instanceof Boolean isOn) {
                measurements.put(column, isOn ? 1.0 : 0.0);
            } else if (value instanceof String word) {
                measurements.put(column, MeasuredColumns.measured(Choice.of(Solver.class, word)));
            }
        }
        return Collections.unmodifiableSortedMap(measurements);
    }

    private static Object typed(Column column, double number) {
        boolean isWhole = number == Math.rint(number);
        return switch (column.type()) {
            case NUMBER -> number;
            case COUNT -> {
                require(isWhole, column, "a whole number", number);
                yield (long) number;
            }
            case SWITCH -> {
                require(number == 0 || number == 1, column, "0 or 1", number);
                yield number == 1;
            }
            // The only word that is measured.
            case WORD -> MeasuredColumns.SOLVERS.get((int) number).word();
            case MOMENT -> throw new IllegalStateException(column + " cannot be measured");
        };
    }

    private static void require(boolean holds, Column column, String law, double number) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "the measurement " + column.name() + " must be " + law + ", but got " + number);
        }
    }
}
