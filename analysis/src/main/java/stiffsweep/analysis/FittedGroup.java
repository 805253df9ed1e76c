package stiffsweep.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.PowerLaw;
import stiffsweep.stats.PowerLawFit;

/**
 * The power law of one group of trials.
 *
 * @param key the values that the trials have in common
 * @param law the law; null where the trials do not determine one, and {@code remark} says why
 * @param fitted what the trials that were fitted say
 * @param leftOut how many trials could not be used
 * @param leftOutWhy how many of them for which reason
 * @param remark why the law or its interval is missing; empty where nothing is
 */
public record FittedGroup(
        List<@Nullable Object> key,
        @Nullable PowerLawFit law,
        List<Observation> fitted,
        int leftOut,
        String leftOutWhy,
        String remark) {

    public FittedGroup {
        key = Collections.unmodifiableList(new ArrayList<>(key));
        fitted = List.copyOf(fitted);
    }

    /** Fits the trials of a group that completed and have a logarithm, and counts the others. */
    public static FittedGroup of(List<@Nullable Object> key, List<Observation> observations) {
        List<Observation> usable =
                observations.stream().filter(Observation::usable).toList();
        TreeMap<String, Integer> flaws = new TreeMap<>();
        observations.stream()
                .filter(observation -> !observation.usable())
                .forEach(observation -> flaws.merge(observation.flaw(), 1, Integer::sum));
        List<String> why = new ArrayList<>();
        flaws.forEach((flaw, count) -> why.add(count + " " + flaw));

        double[] x = usable.stream().mapToDouble(Observation::x).toArray();
        double[] y = usable.stream().mapToDouble(Observation::y).toArray();
        long[] replicate = usable.stream().mapToLong(Observation::replicate).toArray();
        boolean fits = usable.stream().mapToDouble(Observation::x).distinct().count() > 1;
        PowerLawFit law = fits ? PowerLaw.fit(x, y, replicate, Bootstrap.STANDARD) : null;
        String remark = law != null ? law.remark() : x.length == 0 ? "no usable trial" : "x has a single value";
        int leftOut = observations.size() - usable.size();
        return new FittedGroup(key, law, usable, leftOut, String.join(", ", why), remark);
    }

    /** The cells of a row, under {@link #columns()}. */
    public List<@Nullable Object> cells() {
        List<@Nullable Object> cells = new ArrayList<>();
        if (law == null) {
            cells.addAll(Collections.nCopies(8, null));
        } else {
            Interval interval = law.interval();
            cells.add(law.exponent());
            cells.add(known(interval.lower()));
            cells.add(known(interval.upper()));
            cells.add(interval.known() ? interval.kind() : null);
            cells.add(law.prefactor());
            cells.add(law.lackOfFit().residual());
            cells.add(slopes(law.lackOfFit().slopes()));
            cells.add(known(law.lackOfFit().probability()));
        }
        cells.add((long) fitted.size());
        cells.add(law == null ? null : (long) law.replicates());
        cells.add((long) leftOut);
        cells.add(leftOutWhy);
        cells.add(remark);
        return cells;
    }

    /** The names of {@link #cells()}. */
    public static List<String> columns() {
        return List.of(
                "exponent",
                "lower",
                "upper",
                "interval",
                "log10_prefactor",
                "residual_decades",
                "local_slopes",
                "lack_of_fit_p",
                "points",
                "replicates",
                "left_out",
                "left_out_why",
                "remark");
    }

    private static String slopes(List<Double> slopes) {
        return slopes.stream().map(slope -> NumberText.fixed(slope, 2)).collect(Collectors.joining(", "));
    }

    private static @Nullable Object known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
