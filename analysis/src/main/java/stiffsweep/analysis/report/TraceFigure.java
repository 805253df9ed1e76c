package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Sql;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.analysis.figure.Picture;
import stiffsweep.analysis.figure.Series;
import stiffsweep.analysis.figure.Series.Mark;

/** A quantity of each method along training, or along x field by field, at one end of the sweep's axis. */
final class TraceFigure {

    private TraceFigure() {}

    /** What was found of one field: the positive values of each method by position, one a replicate, and how many others. */
    private static final class Values {
        private final SortedMap<String, SortedMap<Double, List<Double>>> byMethod = new TreeMap<>();
        private long others;
        private long numbers;

        private void add(String method, double position, double value) {
            if (Double.isFinite(position) && Double.isFinite(value) && value > 0) {
                byMethod.computeIfAbsent(method, key -> new TreeMap<>())
                        .computeIfAbsent(position, at -> new ArrayList<>())
                        .add(value);
            } else {
                others++;
                numbers += Double.isNaN(value) ? 0 : 1;
            }
        }

        /** Whether there is anything at all: where nothing is known to compare with, an error is not a number. */
        private boolean exist() {
            return !byMethod.isEmpty() || numbers > 0;
        }
    }

    /** A figure for each field that the quantity has; none where it was not measured. */
    static List<CaptionedFigure> of(Trace trace, DrawnMethods drawn, Extreme extreme, Results results) {
        if (extreme.trials().isEmpty() || !trace.isMeasured(results)) {
            return List.of();
        }
        SortedMap<String, Values> fields = values(trace, extreme, results);
        boolean isMeasured = fields.values().stream().anyMatch(Values::exist);
        if (isMeasured && trace == Trace.ERROR && Trace.isTruthSomewhereNothing(ids(extreme), results)) {
            boolean isDrawnAtPoints =
                    !values(Trace.ERROR_PROFILE, extreme, results).isEmpty();
            return List.of(notDrawn(trace, drawn, extreme, isDrawnAtPoints));
        }
        List<CaptionedFigure> figures = new ArrayList<>();
        fields.forEach(
                (field, values) -> figures.add(figure(trace, drawn, extreme, fields.size() == 1 ? "" : field, values)));
        return figures;
    }

    private static CaptionedFigure figure(
            Trace trace, DrawnMethods drawn, Extreme extreme, String field, Values values) {
        Map<String, Series> shown = new LinkedHashMap<>();
        values.byMethod.forEach((method, byPosition) -> shown.put(
                method,
                new Series(
                        drawn.label(method), drawn.colour(method), Mark.LINE_AND_BAND, GeometricMeans.of(byPosition))));
        String others = values.others == 0
                ? ""
                : " Left out are " + values.others + " values that are zero, negative or not finite.";
        Picture figure = drawing(trace, drawn, extreme, field, shown);
        return new CaptionedFigure(
                figure,
                trace.caption() + " " + GeometricMeans.CAPTION + extreme.leftOut() + others,
                shown.isEmpty() && values.exist()
                        ? figure.title() + " is not drawn: none of its values is positive and finite."
                        : "");
    }

    private static Picture drawing(
            Trace trace, DrawnMethods drawn, Extreme extreme, String field, Map<String, Series> shown) {
        String label = field.isEmpty() ? trace.label() : trace.label() + " of " + field;
        FigureAxis position = trace.isAlongTraining()
                ? new FigureAxis("epoch", "epoch", FigureAxis.Scale.LINEAR)
                : SolutionFigures.positions(extreme.problem(), List.copyOf(shown.values()));
        return drawn.picture(
                extreme.name() + "-" + trace.fileName() + (field.isEmpty() ? "" : "-" + field.replace('/', '-')),
                extreme.title() + ": " + label,
                position,
                new FigureAxis(trace.label().replace(' ', '_'), label, FigureAxis.Scale.LOGARITHMIC),
                extreme.trials(),
                members -> members.stream()
                        .map(ReportedTrial::group)
                        .distinct()
                        .flatMap(group -> Optional.ofNullable(shown.get(group)).stream())
                        .toList());
    }

    private static CaptionedFigure notDrawn(Trace trace, DrawnMethods drawn, Extreme extreme, boolean isDrawnAtPoints) {
        return new CaptionedFigure(
                drawing(trace, drawn, extreme, "", Map.of()),
                trace.caption(),
                extreme.title() + ": the " + trace.label()
                        + " in training is not drawn. The truth falls below 1e-6 of its largest size, and there a"
                        + " relative error measures nothing"
                        + (isDrawnAtPoints
                                ? "; the squared relative error at each point leaves such points out."
                                : "."));
    }

    private static String ids(Extreme extreme) {
        return extreme.trials().stream().map(trial -> Sql.literal(trial.id())).collect(Collectors.joining(", "));
    }

    private static SortedMap<String, Values> values(Trace trace, Extreme extreme, Results results) {
        Map<String, String> groups =
                extreme.trials().stream().collect(Collectors.toMap(ReportedTrial::id, ReportedTrial::group));
        SortedMap<String, Values> fields = new TreeMap<>();
        for (List<@Nullable Object> row :
                results.query(trace.rows(ids(extreme), results)).rows()) {
            if (row.get(2) instanceof Double position && row.get(3) instanceof Double value) {
                fields.computeIfAbsent(String.valueOf(row.get(1)), key -> new Values())
                        .add(groups.getOrDefault(String.valueOf(row.get(0)), ""), position, value);
            }
        }
        return fields;
    }
}
