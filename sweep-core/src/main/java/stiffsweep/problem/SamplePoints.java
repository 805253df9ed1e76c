package stiffsweep.problem;

import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Settings;
import stiffsweep.declare.Spacing;

/** The points of a sample set. */
public final class SamplePoints {

    private SamplePoints() {}

    /** The points of a set, in ascending order, as a trial's settings ask. */
    public static double[] of(SampleSet set, ProblemDeclaration declaration, Settings settings) {
        if (set instanceof SampleSet.StartOf start) {
            return new double[] {of(declaration.sampleSet(start.interval()), declaration, settings)[0]};
        }
        if (set instanceof SampleSet.EndOf end) {
            double[] interval = of(declaration.sampleSet(end.interval()), declaration, settings);
            return new double[] {interval[interval.length - 1]};
        }
        Settings interval = settings.under("points." + set.name());
        double from = interval.number("from");
        double to = interval.number("to");
        int count = interval.count("count");
        return interval.word("spacing").equals(Spacing.LOG.word())
                ? logSpaced(from, to, count)
                : equallySpaced(from, to, count);
    }

    private static double[] logSpaced(double from, double to, int count) {
        double[] points = equallySpaced(Math.log(from), Math.log(to), count);
        for (int i = 0; i < count; i++) {
            points[i] = Math.exp(points[i]);
        }
        points[0] = from;
        points[count - 1] = to;
        return points;
    }

    private static double[] equallySpaced(double from, double to, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = from + (to - from) * i / (count - 1);
        }
        points[count - 1] = to;
        return points;
    }
}
