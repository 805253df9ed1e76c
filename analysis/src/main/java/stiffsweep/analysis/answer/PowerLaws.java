package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Fit;
import stiffsweep.analysis.Observation;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.BreakPoint;
import stiffsweep.stats.Interval;
import stiffsweep.stats.LocalExponent;
import stiffsweep.stats.PowerLaw;

/** What other methods make of the points of a fit: least squares, BCa, two laws in the place of one, and local exponents. */
public final class PowerLaws {

    private static final List<String> CHECKS = List.of(
            "least_squares",
            "bca_lower",
            "bca_upper",
            "break_at",
            "break_p",
            "exponent_below",
            "below_lower",
            "below_upper",
            "exponent_above",
            "above_lower",
            "above_upper");

    private PowerLaws() {}

    /** The points of a group that have logarithms. */
    private static final class Points {

        private final List<@Nullable Object> group;
        private final double[] x;
        private final double[] y;
        private final long[] replicate;

        private Points(List<@Nullable Object> group, List<Observation> observations) {
            List<Observation> usable =
                    observations.stream().filter(Observation::usable).toList();
            this.group = group;
            x = usable.stream().mapToDouble(Observation::x).toArray();
            y = usable.stream().mapToDouble(Observation::y).toArray();
            replicate = usable.stream().mapToLong(Observation::replicate).toArray();
        }

        /** Nothing where the points have a single abscissa. */
        private Optional<Check> check() {
            return Arrays.stream(x).distinct().count() < 2
                    ? Optional.empty()
                    : Optional.of(new Check(
                            PowerLaw.leastSquares(x, y),
                            PowerLaw.bca(x, y, replicate, Bootstrap.STANDARD),
                            BreakPoint.of(x, y, replicate, Bootstrap.STANDARD).orElse(null)));
        }
    }

    /** What other methods make of the points of a group. */
    private record Check(
            double leastSquares, Interval bca, @Nullable BreakPoint two) {

        List<@Nullable Object> cells() {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(leastSquares);
            cells.addAll(Words.cells(bca).subList(0, 2));
            if (two == null) {
                cells.addAll(Collections.nCopies(CHECKS.size() - cells.size(), null));
            } else {
                cells.addAll(List.of(two.at(), two.probability(), two.below()));
                cells.addAll(Words.cells(two.belowInterval()).subList(0, 2));
                cells.add(two.above());
                cells.addAll(Words.cells(two.aboveInterval()).subList(0, 2));
            }
            return cells;
        }

        String sentence(String x) {
            return "least squares give " + Words.number(leastSquares)
                    + (bca.known() ? ", and the exponent lies in " + Words.interval(bca) : "") + "."
                    + (two == null ? "" : " " + PowerLaws.sentence(x, two));
        }
    }

    /**
     * A table of fits with what other methods make of each, and a sentence on each.
     *
     * @param fits the table of the fit
     */
    public static Answer checked(Fit fit, Table fits, Results results) {
        List<String> names = fits.columns().subList(0, fits.keys());
        List<String> sentences = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<Points> groups = points(fit, results);
        // Resampling takes seconds where there are many groups; each is by itself.
        List<Optional<Check>> checks =
                groups.parallelStream().map(Points::check).toList();
        for (int i = 0; i < groups.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>(fits.rows().get(i));
            String start = Words.group(names, groups.get(i).group);
            checks.get(i)
                    .ifPresentOrElse(
                            check -> {
                                row.addAll(check.cells());
                                sentences.add(start + check.sentence(fit.x()));
                            },
                            () -> row.addAll(Collections.nCopies(CHECKS.size(), null)));
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(fits.columns());
        columns.addAll(CHECKS);
        return new Answer(sentences, new Table(columns, rows, fits.keys()));
    }

    private static String sentence(String x, BreakPoint two) {
        String p = Words.probability(two.probability());
        return two.isTold()
                ? "Two laws describe the points better than one (" + p + "): exponent " + Words.number(two.below())
                        + " (" + Words.interval(two.belowInterval()) + ") below " + x + " = " + Words.number(two.at())
                        + ", and " + Words.number(two.above()) + " (" + Words.interval(two.aboveInterval()) + ") above."
                : "That two laws describe the points better is not shown (" + p + ").";
    }

    /** The exponents between neighbouring abscissae, a row for each. */
    public static Table local(Fit fit, Results results) {
        List<String> columns = new ArrayList<>(fit.keys(results));
        int keys = columns.size();
        columns.addAll(List.of("from", "to", "exponent", "lower", "upper", "interval"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Points points : points(fit, results)) {
            for (LocalExponent local : LocalExponent.of(points.x, points.y, points.replicate, Bootstrap.STANDARD)) {
                List<@Nullable Object> row = new ArrayList<>(points.group);
                row.addAll(List.of(local.from(), local.to(), local.exponent()));
                row.addAll(Words.cells(local.interval()));
                rows.add(row);
            }
        }
        return new Table(columns, rows, keys + 2);
    }

    /**
     * Where an exponent is not as expected, a sentence each: its interval does not hold the expected one, or there is none.
     *
     * @param fits the table of the fit
     */
    public static List<String> unexpected(Table fits, double expected) {
        List<String> names = fits.columns().subList(0, fits.keys());
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < fits.rows().size(); i++) {
            Object lower = fits.column("lower").get(i);
            Object upper = fits.column("upper").get(i);
            String start = Words.group(names, fits.rows().get(i).subList(0, fits.keys())) + "an exponent of "
                    + Words.number(expected) + " was expected, but ";
            if (!(lower instanceof Double least) || !(upper instanceof Double most)) {
                sentences.add(start + "got none with an interval: "
                        + fits.column("remark").get(i));
            } else if (expected < least || expected > most) {
                sentences.add(start + "got "
                        + Words.value(fits.column("exponent").get(i)) + " (" + Words.number(least) + " to "
                        + Words.number(most) + ", " + fits.column("interval").get(i) + ")");
            }
        }
        return sentences;
    }

    private static List<Points> points(Fit fit, Results results) {
        List<Points> points = new ArrayList<>();
        fit.observations(results).forEach((group, observations) -> points.add(new Points(group, observations)));
        return points;
    }
}
