package stiffsweep.reference.kinetic;

import java.util.Arrays;
import stiffsweep.reference.FieldOnLine;

/** Keeps a field at some times while a scheme goes past them. Between two steps a field is a line in time. */
final class FieldRecord {

    private static final int INTERVALS = 400;

    /** A line in time between stored values, for a field may have kinks; a cubic in x. */
    private static final int TIMES_TAKEN = 2;

    private static final int PLACES_TAKEN = 4;

    private final double[] times;
    private final double[][] values = new double[INTERVALS + 1][];
    private int known;
    private double lastTime;
    private double[] last = {};

    FieldRecord(double end) {
        times = FieldOnLine.times(end, INTERVALS);
    }

    /** The field after a step; the first one is at t = 0, and the last one at the end. */
    void add(double time, double[] field) {
        while (known < times.length && times[known] <= time) {
            values[known] = time == times[known] ? field.clone() : between(times[known], time, field);
            known++;
        }
        lastTime = time;
        last = field.clone();
    }

    private double[] between(double stored, double time, double[] field) {
        double share = (stored - lastTime) / (time - lastTime);
        double[] between = new double[field.length];
        Arrays.setAll(between, i -> last[i] + share * (field[i] - last[i]));
        return between;
    }

    FieldOnLine onLine(FieldOnLine.Line line) {
        return new FieldOnLine(line, times[INTERVALS], values, TIMES_TAKEN, PLACES_TAKEN);
    }
}
