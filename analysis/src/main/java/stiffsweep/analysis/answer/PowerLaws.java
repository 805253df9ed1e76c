package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Fit;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.Observation;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.BreakPoint;
import stiffsweep.stats.Interval;
import stiffsweep.stats.LocalExponent;
import stiffsweep.stats.PowerLaw;
import stiffsweep.stats.PowerLawFit;

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

        private final double[] x;
        private final double[] y;
        private final long[] replicate;

        private Points(List<Observation> usable) {
            x = usable.stream().mapToDouble(Observation::x).toArray();
            y = usable.stream().mapToDouble(Observation::y).toArray();
            replicate = usable.stream().mapToLong(Observation::replicate).toArray();
        }
    }

    /** What other methods make of the points of a group. */
    private record Check(
            double leastSquares, Interval bca, @Nullable BreakPoint two) {

        static Check of(PowerLawFit law, Points points) {
            return new Check(
                    PowerLaw.leastSquares(points.x, points.y),
                    law.bca(),
                    BreakPoint.of(points.x, points.y, points.replicate, Bootstrap.STANDARD)
                            .orElse(null));
        }

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

    /** The table of fits with what other methods make of each, and a sentence on each. */
    public static Answer checked(Fit fit, Fit.Fitted fitted) {
        Table fits = fitted.table();
        List<String> names = fits.columns().subList(0, fits.keys());
        List<String> sentences = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<FittedGroup> groups = fitted.groups();
        List<Optional<Check>> checks =
                groups.parallelStream().map(PowerLaws::check).toList();
        for (int i = 0; i < groups.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>(fits.rows().get(i));
            String start = Words.group(names, groups.get(i).key());
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

    /** Nothing where the points determine no law. */
    private static Optional<Check> check(FittedGroup group) {
        return Optional.ofNullable(group.law()).map(law -> Check.of(law, new Points(group.fitted())));
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
        fit.observations(results).forEach((group, observations) -> {
            Points points =
                    new Points(observations.stream().filter(Observation::usable).toList());
            for (LocalExponent local : LocalExponent.of(points.x, points.y, points.replicate, Bootstrap.STANDARD)) {
                List<@Nullable Object> row = new ArrayList<>(group);
                row.addAll(List.of(local.from(), local.to(), local.exponent()));
                row.addAll(Words.cells(local.interval()));
                rows.add(row);
            }
        });
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
}
